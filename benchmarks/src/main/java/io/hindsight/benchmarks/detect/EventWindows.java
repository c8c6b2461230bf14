package io.hindsight.benchmarks.detect;

import java.util.ArrayList;
import java.util.List;

/** Windows around what was labelled, with room before and behind. */
final class EventWindows {
    private static final int ROWS_BEFORE = 5;
    private static final int ROWS_BEHIND = 50;

    private EventWindows() {}

    /** Runs of rows whose label is set, each with its room; those whose room overlaps are one. */
    static List<RowWindow> ofLabels(boolean[] labels) {
        List<RowWindow> runs = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= labels.length; i++) {
            boolean set = i < labels.length && labels[i];
            if (set && begin < 0) {
                begin = i;
            } else if (!set && begin >= 0) {
                runs.add(new RowWindow(begin, i));
                begin = -1;
            }
        }
        return merged(runs, labels.length);
    }

    private static List<RowWindow> merged(List<RowWindow> runs, int rows) {
        List<RowWindow> windows = new ArrayList<>();
        for (RowWindow run : runs) {
            RowWindow wide = widened(run, rows);
            int last = windows.size() - 1;
            if (last >= 0 && windows.get(last).end() > wide.begin()) {
                windows.set(last, new RowWindow(windows.get(last).begin(), wide.end()));
            } else {
                windows.add(wide);
            }
        }
        return windows;
    }

    private static RowWindow widened(RowWindow run, int rows) {
        return new RowWindow(
                Math.max(0, run.begin() - ROWS_BEFORE), Math.min(rows, run.end() + ROWS_BEHIND));
    }

    /** One window a run, with room behind as far as the next one leaves it. */
    static List<RowWindow> ofRuns(List<RowWindow> runs, int rows) {
        List<RowWindow> windows = new ArrayList<>();
        int last = 0;
        for (int k = 0; k < runs.size(); k++) {
            RowWindow wide = widened(runs.get(k), rows);
            int next = k + 1 < runs.size() ? runs.get(k + 1).begin() : rows;
            int end = Math.min(wide.end(), next);
            windows.add(new RowWindow(Math.max(last, wide.begin()), end));
            last = end;
        }
        return windows;
    }
}
