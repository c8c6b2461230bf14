package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Of each kind of event that was put into series, how many there are and how many were found. */
final class KindTally {
    private final Map<EventKind, Integer> events = new EnumMap<>(EventKind.class);
    private final Map<EventKind, Integer> found = new EnumMap<>(EventKind.class);

    void add(BenchSeries series, ScoredSeries said, double threshold) {
        List<RowWindow> windows = series.series().windows();
        int probation = series.series().probation();
        for (int k = 0; k < series.kinds().size(); k++) {
            if (windows.get(k).end() > probation) {
                EventKind kind = series.kinds().get(k);
                events.merge(kind, 1, Integer::sum);
                boolean alarmed = alarms(said, windows.get(k), probation, threshold);
                found.merge(kind, alarmed ? 1 : 0, Integer::sum);
            }
        }
    }

    private static boolean alarms(
            ScoredSeries said, RowWindow window, int probation, double threshold) {
        for (int i = Math.max(window.begin(), probation); i < window.end(); i++) {
            if (said.score(i) >= threshold) {
                return true;
            }
        }
        return false;
    }

    int events(EventKind kind) {
        return events.getOrDefault(kind, 0);
    }

    /** NaN if there was none. */
    double foundShare(EventKind kind) {
        return (double) found.getOrDefault(kind, 0) / events(kind);
    }
}
