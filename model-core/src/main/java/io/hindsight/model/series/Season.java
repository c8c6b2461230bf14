package io.hindsight.model.series;

/**
 * A season: a period of event time cut into equal bins, so that moments one period apart share a
 * bin. Phase 0 is the epoch (UTC). A series without a season has one bin.
 *
 * @param periodMillis length of the season, 1 to 2^53
 * @param bins number of bins, 1 to {@value #MOST_BINS}
 */
public record Season(long periodMillis, int bins) {
    public static final int MOST_BINS = 1024;

    /** A phase times {@link #MOST_BINS} still fits in a long. */
    private static final long LONGEST = 1L << 53;

    /** One bin for all times. */
    public static final Season NONE = new Season(1, 1);

    public Season {
        if (periodMillis < 1
                || periodMillis > LONGEST
                || bins < 1
                || bins > MOST_BINS
                || bins > periodMillis) {
            throw new IllegalArgumentException(
                    "a season must have a positive period of at most 2^53 ms and 1 to "
                            + MOST_BINS
                            + " bins, at most one a millisecond: periodMillis="
                            + periodMillis
                            + ", bins="
                            + bins);
        }
    }

    /** The bin of a moment, 0 to bins − 1. */
    public int bin(long eventTimeMillis) {
        long phase = Math.floorMod(eventTimeMillis, periodMillis);
        return (int) (phase * bins / periodMillis);
    }
}
