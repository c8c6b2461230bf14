package io.hindsight.job.step;

import io.hindsight.job.context.ContextSlots;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.SlotsContext;
import io.hindsight.model.suppress.Suppressor;
import io.hindsight.model.timeline.ModelsInRole;
import io.hindsight.model.timeline.ModelsInRole.Role;
import io.hindsight.model.timeline.Surroundings;
import org.apache.flink.api.java.tuple.Tuple2;

/** What a sensor's answers depend on, as it is known in this subtask: its group's. */
record GroupSurroundings(
        String group,
        ModelsInRole models,
        Suppressor suppressor,
        ContextSlots contexts,
        long watermark)
        implements Surroundings {

    /**
     * @param owner group and sensor
     * @param watermark of the subtask
     */
    static GroupSurroundings of(
            Tuple2<String, String> owner,
            Models models,
            Role role,
            ContextSlots contexts,
            long watermark) {
        return new GroupSurroundings(
                owner.f0,
                new ModelsInRole(models, role),
                new Suppressor(models.suppressions(), owner.f1),
                contexts,
                watermark);
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
