package io.hindsight.model.score.joint;

/**
 * Follows one quantile of a size that every reading shows, in one number:
 *
 * <pre>
 *   q ← max(least, q · e^{γ·(1{size &gt; q} − (1 − share))})
 * </pre>
 *
 * <p>A step has the same length however large the size was, so an outlier moves it no more than any
 * other reading above it does, and what lasts is learned. Down it goes slowly, the more so the
 * higher the share: a start a few times too high is made good, one a hundred times too high is not.
 * γ is 4 / (n + 16) over the first readings and never below the given rate.
 *
 * <p>Serves one thread; {@link #at} prepares the steps of one reading, for all channels.
 */
final class RunningQuantile {
    private static final double FIRST_STEPS = 4;

    private final double share;
    private final double rate;
    private final double least;
    private int preparedFor = -1;
    private double up;
    private double down;

    /**
     * @param share of the sizes that lie below the quantile, 0 to 1
     * @param rate length of a settled step
     * @param least lowest value of the quantile
     */
    RunningQuantile(double share, double rate, double least) {
        this.share = share;
        this.rate = rate;
        this.least = least;
    }

    /**
     * @param readings how many came before the one that is learned from now
     */
    void at(int readings) {
        int settled = (int) Math.min(readings, FIRST_STEPS / rate);
        if (settled == preparedFor) {
            return;
        }
        preparedFor = settled;
        double step = Math.max(rate, FIRST_STEPS / (settled + 4 * FIRST_STEPS));
        up = StrictMath.exp(step * share);
        down = StrictMath.exp(-step * (1 - share));
    }

    /** The quantile after a size that is finite. */
    float after(float quantile, double size) {
        return (float) Math.max(least, quantile * (size > quantile ? up : down));
    }

    /** The quantile to start from. */
    float from(double quantile) {
        return (float) Math.max(least, quantile);
    }
}
