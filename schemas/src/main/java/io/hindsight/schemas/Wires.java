package io.hindsight.schemas;

/** The wire of each topic's record. */
public final class Wires {

    /** The readings topic. */
    public static final Wire<Reading> READING = new Wire<>("reading", 1, new ReadingForm());

    /** The results topic. */
    public static final Wire<Result> RESULT = new Wire<>("result", 2, new ResultForm());

    /** The episodes topic. */
    public static final Wire<Episode> EPISODE = new Wire<>("episode", 1, new EpisodeForm());

    /** The models topic. */
    public static final Wire<ModelRelease> MODEL_RELEASE =
            new Wire<>("model-release", 1, new ModelReleaseForm());

    /** The dead letters topic. */
    public static final Wire<DeadLetter> DEAD_LETTER =
            new Wire<>("dead-letter", 2, new DeadLetterForm());

    private Wires() {}
}
