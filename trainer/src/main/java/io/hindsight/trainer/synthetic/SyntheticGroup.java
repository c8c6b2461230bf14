package io.hindsight.trainer.synthetic;

/** What a family of series is about. */
public enum SyntheticGroup {
    /** A value belongs to an hour. */
    SEASON,
    /** A value is chance, alone or with a memory. */
    NOISE,
    /** A value belongs to a state, which holds for a while. */
    STATE
}
