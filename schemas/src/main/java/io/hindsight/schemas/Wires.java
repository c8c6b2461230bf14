package io.hindsight.schemas;

/** The wire of each topic's record. */
public final class Wires {

    /** The readings topic. */
    public static final Wire<Reading> READING = new Wire<>("reading", 1, new ReadingForm());

    /** The results topic. */
    public static final Wire<Result> RESULT = new Wire<>("result", 4, new ResultForm());

    /** The episodes topic. */
    public static final Wire<Episode> EPISODE = new Wire<>("episode", 3, new EpisodeForm());

    /** The models topic: the models themselves. */
    public static final Wire<ModelRelease> MODEL_RELEASE =
            new Wire<>("model-release", 2, new ModelReleaseForm());

    /** The models topic: what people order. */
    public static final Wire<ModelSchedule> MODEL_SCHEDULE =
            new Wire<>("model-schedule", 1, new ModelScheduleForm());

    /** The models topic: what people want ignored. */
    public static final Wire<ModelSuppression> MODEL_SUPPRESSION =
            new Wire<>("model-suppression", 1, new ModelSuppressionForm());

    /** The models topic: what the job decided. */
    public static final Wire<ModelTimes> MODEL_TIMES =
            new Wire<>("model-times", 2, new ModelTimesForm());

    /** The dead letters topic. */
    public static final Wire<DeadLetter> DEAD_LETTER =
            new Wire<>("dead-letter", 2, new DeadLetterForm());

    private Wires() {}
}
