package io.hindsight.job.step;

import io.hindsight.job.context.ContextSlots;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.SlotsContext;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.ModelsInRole.Role;
import io.hindsight.model.timeline.Surroundings;

/** What a sensor's answers depend on, as it is known in this subtask: its group's. */
record GroupSurroundings(String group, ModelsInRole models, ContextSlots contexts, long watermark)
        implements Surroundings {

    /**
     * @param watermark of the subtask
     */
    static GroupSurroundings of(
            String group, Models models, Role role, ContextSlots contexts, long watermark) {
        return new GroupSurroundings(group, new ModelsInRole(models, role), contexts, watermark);
    }

    @Override
    public GivenContext context() {
        return new SlotsContext((spec, slot) -> contexts.at(group, spec, slot).orElse(null));
    }

    @Override
    public long contextCorrections() {
        return contexts.corrections(group, watermark);
    }

    @Override
    public long correctedFromMillis(long since) {
        return contexts.changedFrom(group, since, watermark);
    }
}
