package io.hindsight.benchmarks.detect;

/** A detector on one series, from its first row on. It is made anew for each series. */
@FunctionalInterface
public interface StreamDetector {
    /**
     * Takes the series' next row.
     *
     * @param values of all channels; NaN is a hole. Must not be kept
     * @return how strongly the row alarms, from it and the rows before it alone; on any scale, more
     *     is stranger, and never NaN
     */
    double score(long epochMillis, double[] values);
}
