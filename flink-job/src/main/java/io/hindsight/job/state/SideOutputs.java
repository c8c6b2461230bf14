package io.hindsight.job.state;

import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Result;
import org.apache.flink.util.OutputTag;

/** What leaves an operator beside its main output. */
public final class SideOutputs {
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", JobTypes.DEAD_LETTER);
    public static final OutputTag<Episode> EPISODES = new OutputTag<>("episodes", JobTypes.EPISODE);

    /** What was decided of the models' orders, on its way back to the models topic. */
    public static final OutputTag<ModelRecord> MODEL_TIMES =
            new OutputTag<>("model-times", JobTypes.MODEL_RECORD);

    public static final OutputTag<Result> SHADOW_RESULTS =
            new OutputTag<>("shadow-results", JobTypes.RESULT);

    private SideOutputs() {}
}
