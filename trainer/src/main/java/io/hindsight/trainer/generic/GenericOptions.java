package io.hindsight.trainer.generic;

/**
 * How the generic net is trained.
 *
 * @param seed of all chance: series, events, first weights, order
 * @param hidden units
 * @param series made up, each learned once; a multiple of {@link #LANES}
 */
public record GenericOptions(long seed, int hidden, int series) {
    /** Series that are learned side by side. */
    public static final int LANES = 32;

    /** Rows of a series. */
    public static final int ROWS = 4_000;

    /** Rows between two updates; the gradient ends there, the state goes on. */
    public static final int STEPS = 250;

    public GenericOptions {
        if (hidden < 1 || hidden > 256) {
            throw new IllegalArgumentException("hidden must be 1 to 256: " + hidden);
        }
        if (series < LANES || series % LANES != 0) {
            throw new IllegalArgumentException(
                    "series must be a multiple of %d: %d".formatted(LANES, series));
        }
    }

    public static GenericOptions usual(long seed) {
        return new GenericOptions(seed, 48, 6_400);
    }
}
