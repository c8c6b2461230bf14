package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.EventKind;
import io.hindsight.trainer.synthetic.Injected;
import io.hindsight.trainer.synthetic.InjectedEvent;
import io.hindsight.trainer.synthetic.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sets of series into which events were put. A set's name and a seed say where and which. */
final class InjectedSets {
    private static final double LEAST_STRENGTH = 0.5;
    private static final double MOST_STRENGTH = 1.5;
    private static final int EVENTS = 4;
    private static final int FIRST_ROW = 1_000;

    private static final int SHORT_SERIES = 42;
    private static final int SHORT_EVENTS = 2;
    private static final int LEAST_SHORT_ROWS = 1_000;
    private static final int MOST_SHORT_ROWS = 2_600;

    /** Of a short series, all windows together have so much; NAB's are made so. */
    private static final double WINDOWS_SHARE = 0.1;

    private InjectedSets() {}

    /** The series as they are, with a few events each and windows as those of recordings. */
    static BenchSet whole(String name, List<QuietSeries> quiet, SplittableRandom random) {
        List<BenchSeries> series = new ArrayList<>();
        for (QuietSeries one : quiet) {
            Injected injected = inject(one, EVENTS, FIRST_ROW, random);
            List<RowWindow> windows = new ArrayList<>();
            for (InjectedEvent event : injected.events()) {
                windows.add(new RowWindow(event.begin(), event.end()));
            }
            series.add(labelled(one, injected, EventWindows.ofRuns(windows, one.rows())));
        }
        return BenchSet.of(name, series);
    }

    /** Short parts of the series, in turns, with windows as NAB's. */
    static BenchSet parts(String name, List<QuietSeries> quiet, SplittableRandom random) {
        List<BenchSeries> series = new ArrayList<>();
        for (int k = 0; k < SHORT_SERIES && !quiet.isEmpty(); k++) {
            QuietSeries whole = quiet.get(k % quiet.size());
            int rows =
                    Math.min(random.nextInt(LEAST_SHORT_ROWS, MOST_SHORT_ROWS + 1), whole.rows());
            QuietSeries part = whole.part(random.nextInt(whole.rows() - rows + 1), rows);
            int half = (int) (WINDOWS_SHARE * rows / SHORT_EVENTS / 2);
            Injected injected = inject(part, SHORT_EVENTS, rows / 5 + half, random);
            List<RowWindow> windows = new ArrayList<>();
            int last = 0;
            for (InjectedEvent event : injected.events()) {
                int begin = Math.max(last, event.begin() - half);
                last = Math.min(rows, event.begin() + half);
                windows.add(new RowWindow(begin, last));
            }
            series.add(labelled(part, injected, windows));
        }
        return BenchSet.of(name, series);
    }

    private static Injected inject(
            QuietSeries quiet, int events, int firstRow, SplittableRandom random) {
        SplittableRandom own = random.split();
        Injection injection =
                new Injection(quiet.interval(), own.nextDouble(LEAST_STRENGTH, MOST_STRENGTH));
        List<EventKind> kinds = Injection.drawn(quiet.kinds(), events, own);
        return injection.into(quiet.values(), kinds, firstRow, own);
    }

    private static BenchSeries labelled(
            QuietSeries quiet, Injected injected, List<RowWindow> windows) {
        LabelledSeries series =
                new LabelledSeries(quiet.name(), quiet.epochMillis(), injected.values(), windows);
        return new BenchSeries(
                series, injected.events().stream().map(InjectedEvent::kind).toList());
    }
}
