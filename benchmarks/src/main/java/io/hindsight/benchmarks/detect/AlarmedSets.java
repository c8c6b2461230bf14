package io.hindsight.benchmarks.detect;

import java.util.List;

/**
 * What a detector alarms of sets at a threshold, as people get it: one alarm for what goes on, and
 * another only after a while or if it is much stronger.
 */
final class AlarmedSets {
    private static final int QUIET_ROWS = 100;
    private static final double MUCH = 1.5;
    private static final int HALVINGS = 50;
    private static final double LEAST_THRESHOLD = 1e-3;
    private static final double MOST_THRESHOLD = 100;

    private final List<BenchSet> sets;
    private final List<List<ScoredSeries>> said;

    AlarmedSets(DetectorKind kind, List<BenchSet> sets, int threads) {
        this.sets = List.copyOf(sets);
        this.said = DetectorRun.bySet(kind, sets, threads);
    }

    /** The lowest threshold with so many false alarms per 1,000 rows, as the mean of the sets. */
    double threshold(double falseAlarms) {
        double least = LEAST_THRESHOLD;
        double most = MOST_THRESHOLD;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = Math.sqrt(least * most);
            if (falseAlarms(middle) > falseAlarms) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return most;
    }

    private double falseAlarms(double threshold) {
        double sum = 0;
        for (List<ScoredSeries> set : said) {
            long rows = 0;
            long alarms = 0;
            for (ScoredSeries one : set) {
                ScoredSeries alarmed = alarmed(one, threshold);
                boolean[] within = within(one.series());
                for (int t = one.series().probation(); t < within.length; t++) {
                    rows += within[t] ? 0 : 1;
                    alarms += !within[t] && alarmed.score(t) > 0 ? 1 : 0;
                }
            }
            sum += 1_000.0 * alarms / rows;
        }
        return sum / said.size();
    }

    private static boolean[] within(LabelledSeries series) {
        boolean[] within = new boolean[series.rows()];
        for (RowWindow window : series.windows()) {
            for (int t = window.begin(); t < window.end(); t++) {
                within[t] = true;
            }
        }
        return within;
    }

    /** How much of each kind of event is found. */
    KindTally kinds(double threshold) {
        KindTally tally = new KindTally();
        for (int s = 0; s < sets.size(); s++) {
            for (int k = 0; k < said.get(s).size(); k++) {
                ScoredSeries alarmed = alarmed(said.get(s).get(k), threshold);
                tally.add(sets.get(s).series().get(k), alarmed, threshold);
            }
        }
        return tally;
    }

    /** Scores of the rows that alarm; 0 of all others. */
    static ScoredSeries alarmed(ScoredSeries said, double threshold) {
        double[] scores = new double[said.series().rows()];
        int last = -QUIET_ROWS - 1;
        for (int t = 0; t < scores.length; t++) {
            boolean strong = said.score(t) >= threshold;
            if (strong && (t - last > QUIET_ROWS || said.score(t) >= MUCH * said.score(last))) {
                scores[t] = said.score(t);
                last = t;
            }
        }
        return new ScoredSeries(said.series(), scores);
    }
}
