package io.hindsight.trainer.detect.page;

/**
 * What was expected of a channel before each of its values was seen. The arrays are of the series'
 * rows and are not copied; NaN where nothing was expected.
 */
public final class ExpectedBand {
    private final double[] expected;
    private final double[] low;
    private final double[] high;

    /**
     * The band of one channel.
     *
     * @param low of the interval around what was expected
     * @param high of the same interval
     */
    public ExpectedBand(double[] expected, double[] low, double[] high) {
        if (low.length != expected.length || high.length != expected.length) {
            throw new IllegalArgumentException(
                    "low and high must be as long as expected, %d: %d, %d"
                            .formatted(expected.length, low.length, high.length));
        }
        this.expected = expected;
        this.low = low;
        this.high = high;
    }

    int rows() {
        return expected.length;
    }

    double expected(int row) {
        return expected[row];
    }

    /** How far the interval reaches down; NaN if there is none. */
    double below(int row) {
        return expected[row] - low[row];
    }

    /** How far the interval reaches up; NaN if there is none. */
    double above(int row) {
        return high[row] - expected[row];
    }
}
