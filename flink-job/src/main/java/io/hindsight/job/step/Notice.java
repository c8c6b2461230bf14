package io.hindsight.job.step;

import io.hindsight.job.context.GroupSlot;
import io.hindsight.schemas.ModelRecord;

/** What every subtask of the step is told. */
public sealed interface Notice {

    /** Something that stands on the models topic, or was decided of it. */
    record OfModels(ModelRecord record) implements Notice {}

    /** What was counted of a slot of a group, or counted anew. */
    record OfContext(GroupSlot slot) implements Notice {}

    /**
     * The readings stand still.
     *
     * @param watermark at which they do; a subtask that has not come to it has readings to take
     * @param nowMillis event time that it would be if they moved
     */
    record Quiet(long watermark, long nowMillis) implements Notice {}
}
