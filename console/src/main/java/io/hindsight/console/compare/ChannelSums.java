package io.hindsight.console.compare;

import io.hindsight.schemas.ChannelResult;

/** What one version said of one channel, summed over the readings that both versions answered. */
public final class ChannelSums {
    /** Half widths of a normal distribution's 50 % and 90 % intervals, in standard deviations. */
    private static final double HALF_WIDTH_50 = 0.674489750196082;

    private static final double HALF_WIDTH_90 = 1.644853626951473;

    private long count;
    private double errors;
    private double errorsInSpreads;
    private long within50;
    private long within90;

    /**
     * @param result with an observed and an expected value
     */
    void add(ChannelResult result) {
        double error = Math.abs(result.observed() - result.expected());
        count++;
        errors += error;
        errorsInSpreads += error / result.spread();
        within50 += error <= HALF_WIDTH_50 * result.spread() ? 1 : 0;
        within90 += error <= HALF_WIDTH_90 * result.spread() ? 1 : 0;
    }

    /** Values that were observed and predicted. */
    public long count() {
        return count;
    }

    /** Mean absolute error in the channel's own unit; NaN for no value. */
    public double meanError() {
        return errors / count;
    }

    /** Mean absolute error in units of the spread; NaN for no value. */
    public double meanErrorInSpreads() {
        return errorsInSpreads / count;
    }

    /** Share of the values within the 50 % interval; NaN for no value. */
    public double coverage50() {
        return (double) within50 / count;
    }

    /** Share of the values within the 90 % interval; NaN for no value. */
    public double coverage90() {
        return (double) within90 / count;
    }
}
