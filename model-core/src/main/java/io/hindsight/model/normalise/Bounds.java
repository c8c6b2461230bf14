package io.hindsight.model.normalise;

import java.util.Arrays;

/** What a channel's values cannot be below or above, in its own unit; infinite where unknown. */
public final class Bounds {
    private final double[] lower;
    private final double[] upper;

    /**
     * @throws IllegalArgumentException if the lengths differ, if a lower bound is not below its
     *     upper one, or if one is finite and beyond ±{@link Normaliser#LARGEST}
     */
    public Bounds(double[] lower, double[] upper) {
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "bounds must have a lower and an upper one a channel: "
                            + lower.length
                            + " and "
                            + upper.length);
        }
        for (int d = 0; d < lower.length; d++) {
            if (!(lower[d] < upper[d])) {
                throw new IllegalArgumentException(
                        "bounds["
                                + d
                                + "] must have its lower one below its upper one: "
                                + lower[d]
                                + ", "
                                + upper[d]);
            }
        }
        requireSmall(lower);
        requireSmall(upper);
        this.lower = lower.clone();
        this.upper = upper.clone();
    }

    private static void requireSmall(double[] bounds) {
        for (double bound : bounds) {
            if (!Double.isInfinite(bound) && Math.abs(bound) > Normaliser.LARGEST) {
                throw new IllegalArgumentException(
                        "bounds must be infinite or within ±" + Normaliser.LARGEST + ": " + bound);
            }
        }
    }

    /** No bounds. */
    public static Bounds none(int channels) {
        double[] lower = new double[channels];
        double[] upper = new double[channels];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new Bounds(lower, upper);
    }

    public int channelCount() {
        return lower.length;
    }

    /** The value, or the bound that it lies beyond. NaN stays NaN. */
    public double limit(int channel, double value) {
        return Math.min(Math.max(value, lower[channel]), upper[channel]);
    }

    public double[] lower() {
        return lower.clone();
    }

    public double[] upper() {
        return upper.clone();
    }
}
