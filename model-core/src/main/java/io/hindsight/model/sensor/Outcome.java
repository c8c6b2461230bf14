package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.revise.KeptSlot;
import java.util.List;
import java.util.Optional;

/** What came of a slot. */
public sealed interface Outcome {

    /**
     * It was predicted, scored where there is a reading, and what was missing was imputed.
     *
     * @param revisions of what was imputed before, in gaps that this slot closed, and in long ones
     *     that stay open
     * @param keep the slot, to be kept under the number {@link SensorState#keptNext} − 1, while a
     *     gap is open
     * @param changes of the sensor's episodes
     */
    record Scored(
            long modelVersion,
            StepResult result,
            List<Revision> revisions,
            Optional<KeptSlot> keep,
            List<EpisodeChange> changes)
            implements Outcome {}

    /**
     * It was kept: the group has no model that acts then.
     *
     * @param changes of the sensor's episodes: it is no longer silent
     */
    record Waiting(List<EpisodeChange> changes) implements Outcome {}

    /** It has not the channels that its model wants; nothing has changed. */
    record Refused(int channels, int wanted) implements Outcome {}
}
