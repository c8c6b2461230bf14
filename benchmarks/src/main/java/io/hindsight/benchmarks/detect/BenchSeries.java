package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import java.util.List;

/**
 * A series of the bench.
 *
 * @param kinds what was put into each of its windows; empty if nobody knows what happened there
 */
record BenchSeries(LabelledSeries series, List<EventKind> kinds) {
    BenchSeries {
        kinds = List.copyOf(kinds);
        if (!kinds.isEmpty() && kinds.size() != series.windows().size()) {
            throw new IllegalArgumentException(
                    "%s: there must be a kind for each of %d windows: %s"
                            .formatted(series.name(), series.windows().size(), kinds));
        }
    }

    static BenchSeries recorded(LabelledSeries series) {
        return new BenchSeries(series, List.of());
    }
}
