package io.hindsight.model.spread;

import io.hindsight.model.score.StudentT;

/**
 * Factors that make intervals true: for each situation, level and channel, what the quantile of
 * Student's t must be multiplied with so that the central interval holds its share of the values of
 * the validation part.
 *
 * <p>A situation is how long a value has been missing, and whether another answered channel was
 * seen in its slot; or that it was predicted; or revised, where the distance to the nearer end of
 * the gap counts. Between levels factors are interpolated, beyond the outer ones they stay.
 */
public final class SpreadTable {
    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.99};
    private static final int[] LONGEST = {1, 3, 8, 16, Integer.MAX_VALUE};
    private static final double NORMAL_90 = 1.6448536269514722;

    /** Number of levels that have factors of their own. */
    public static final int LEVEL_COUNT = LEVELS.length;

    /** Number of situations. */
    public static final int SITUATIONS = 4 * LONGEST.length + 1;

    /** The situation of a value that was predicted, not imputed. */
    public static final int PREDICTED = 2 * LONGEST.length;

    private final int channels;
    private final float[] factors;

    /**
     * @param factors [situations, levels, D], positive; copied
     */
    public SpreadTable(int channels, float[] factors) {
        if (factors.length != SITUATIONS * LEVEL_COUNT * channels) {
            throw new IllegalArgumentException(
                    "spread.table must have "
                            + SITUATIONS * LEVEL_COUNT * channels
                            + " values: "
                            + factors.length);
        }
        for (float factor : factors) {
            if (!(factor > 0 && factor <= 1e4f)) {
                throw new IllegalArgumentException(
                        "spread.table must be positive and at most 1e4: " + factor);
            }
        }
        this.channels = channels;
        this.factors = factors.clone();
    }

    /** The share that the interval of a level holds. */
    public static double level(int index) {
        return LEVELS[index];
    }

    /**
     * The situation of an imputed value.
     *
     * @param age slots, or paces of an irregular sensor, since the channel was seen
     * @param silent whether no answered channel was seen in this slot; given ones do not count
     */
    public static int imputed(float age, boolean silent) {
        return bucket(age) + (silent ? LONGEST.length : 0);
    }

    /**
     * The situation of a revised value.
     *
     * @param distance slots to the nearer end of its gap, at least 1
     * @param silent whether no answered channel was seen in its slot; given ones do not count
     */
    public static int revised(float distance, boolean silent) {
        return PREDICTED + 1 + imputed(distance, silent);
    }

    private static int bucket(float slots) {
        int bucket = 0;
        while (slots > LONGEST[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /**
     * Half the width of the central interval of a level, in units of the model's scale.
     *
     * @param share of values that it holds, above 0 and below 1
     */
    public double halfWidth(int situation, int channel, double share) {
        return StudentT.centralQuantile(share) * factor(situation, channel, share);
    }

    /** The standard deviation of the normal distribution whose 90 % interval is as wide as ours. */
    public double deviation(int situation, int channel) {
        return halfWidth(situation, channel, 0.9) / NORMAL_90;
    }

    private double factor(int situation, int channel, double share) {
        int above = 0;
        while (above < LEVELS.length && LEVELS[above] < share) {
            above++;
        }
        if (above == 0 || above == LEVELS.length) {
            return at(situation, Math.min(above, LEVELS.length - 1), channel);
        }
        double weight = (share - LEVELS[above - 1]) / (LEVELS[above] - LEVELS[above - 1]);
        return (1 - weight) * at(situation, above - 1, channel)
                + weight * at(situation, above, channel);
    }

    private float at(int situation, int level, int channel) {
        return factors[(situation * LEVELS.length + level) * channels + channel];
    }
}
