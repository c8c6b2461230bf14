package io.hindsight.benchmarks.detect;

import java.util.List;

/**
 * Series of one nature or origin, which have one vote together.
 *
 * @param counted whether it has a vote in thresholds and means
 */
record BenchSet(String name, boolean counted, List<BenchSeries> series) {
    BenchSet {
        series = List.copyOf(series);
    }

    static BenchSet of(String name, List<BenchSeries> series) {
        return new BenchSet(name, true, series);
    }

    /** Whether anything was put into its series. */
    boolean isInjected() {
        return series.stream().anyMatch(one -> !one.kinds().isEmpty());
    }

    List<LabelledSeries> labelled() {
        return series.stream().map(BenchSeries::series).toList();
    }
}
