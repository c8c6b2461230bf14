package io.hindsight.benchmarks.detect.asd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Rows that reach a threshold, told once: less than {@value #APART} rows apart are one alarm. */
final class Alarms {
    static final int APART = 12;

    private Alarms() {}

    /** Alarms on rows without a label. */
    static int onNormal(Scored series, double threshold) {
        int alarms = 0;
        int last = -APART;
        for (int row = 0; row < series.rows(); row++) {
            if (!series.anomalous[row] && series.score[row] >= threshold) {
                alarms += row - last >= APART ? 1 : 0;
                last = row;
            }
        }
        return alarms;
    }

    /**
     * The lowest score that, as a threshold, gives at most so many alarms in all of the series, and
     * no higher one gives more. Labels are not looked at; lower ones may give fewer again, since
     * alarms grow together.
     */
    static double threshold(List<Scored> series, double most) {
        Falling falling = new Falling(series);
        double threshold = Double.POSITIVE_INFINITY;
        while (falling.hasNext()) {
            double next = falling.next();
            if (falling.alarms > most) {
                break;
            }
            threshold = next;
        }
        return threshold;
    }

    /** A threshold that falls from score to score, and the alarms that it gives. */
    private static final class Falling {
        private final List<Scored> series;
        private final List<int[]> order;
        private final List<NavigableSet<Integer>> taken;
        private int next;
        private int alarms;

        Falling(List<Scored> series) {
            this.series = series;
            taken = series.stream().<NavigableSet<Integer>>map(one -> new TreeSet<>()).toList();
            order =
                    IntStream.range(0, series.size())
                            .boxed()
                            .flatMap(
                                    k ->
                                            IntStream.range(0, series.get(k).rows())
                                                    .mapToObj(row -> new int[] {k, row}))
                            .sorted(Comparator.comparingDouble(at -> -score(at)))
                            .toList();
        }

        private double score(int[] at) {
            return series.get(at[0]).score[at[1]];
        }

        boolean hasNext() {
            return next < order.size();
        }

        double next() {
            double threshold = score(order.get(next));
            while (hasNext() && score(order.get(next)) == threshold) {
                take(taken.get(order.get(next)[0]), order.get(next)[1]);
                next++;
            }
            return threshold;
        }

        private void take(NavigableSet<Integer> rows, int row) {
            Integer before = rows.floor(row);
            Integer after = rows.ceiling(row);
            int starts = apart(before, row) + apart(row, after);
            int started = before == null || after == null ? 0 : apart(before, after);
            alarms += rows.isEmpty() ? 1 : starts - started;
            rows.add(row);
        }

        private static int apart(Integer one, Integer other) {
            return one == null || other == null || other - one < APART ? 0 : 1;
        }
    }

    /** Scores alone, as of a part without labels. */
    static Scored unlabelled(double[] score) {
        boolean[] none = new boolean[score.length];
        Arrays.fill(none, false);
        return new Scored(score, none);
    }
}
