package io.hindsight.benchmarks.detect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * NAB's score of a detector on a corpus, at one threshold for all series (Lavin and Ahmad,
 * "Evaluating Real-time Anomaly Detection Algorithms", 2015, and the benchmark's code).
 *
 * <p>A window counts its best alarm once, or a miss; each alarm outside counts, little if a window
 * has just been. The sum is put on a scale on which 0 is what silence gets and 100 what alarming at
 * the first row of each window gets. Rows of probation are no part of it, nor are windows that end
 * within it.
 */
public final class NabScorer {
    private static final int OUTSIDE = -1;

    private final double[] scores;
    private final double[] worths;
    private final int[] windowOfRow;
    private final int windows;

    /** Lays out a detector's words on a corpus, the strongest first. */
    public NabScorer(List<ScoredSeries> corpus) {
        int rows = corpus.stream().mapToInt(one -> scoredRows(one.series())).sum();
        double[] unsorted = new double[rows];
        double[] worth = new double[rows];
        int[] window = new int[rows];
        int at = 0;
        int count = 0;
        for (ScoredSeries one : corpus) {
            LabelledSeries series = one.series();
            int[] windowOf = windowOfRow(series, count);
            double[] worthOf = NabWorths.of(series.rows(), series.windows());
            for (int i = series.probation(); i < series.rows(); i++, at++) {
                unsorted[at] = one.score(i);
                worth[at] = worthOf[i];
                window[at] = windowOf[i];
            }
            count += countable(series).size();
        }
        int[] order = fromTheStrongest(unsorted);
        this.scores = Arrays.stream(order).mapToDouble(i -> unsorted[i]).toArray();
        this.worths = Arrays.stream(order).mapToDouble(i -> worth[i]).toArray();
        this.windowOfRow = Arrays.stream(order).map(i -> window[i]).toArray();
        this.windows = count;
    }

    private static int scoredRows(LabelledSeries series) {
        return series.rows() - series.probation();
    }

    private static List<RowWindow> countable(LabelledSeries series) {
        int probation = series.probation();
        return series.windows().stream().filter(window -> window.end() > probation).toList();
    }

    private static int[] windowOfRow(LabelledSeries series, int firstWindow) {
        int[] windowOf = new int[series.rows()];
        Arrays.fill(windowOf, OUTSIDE);
        int window = firstWindow;
        for (RowWindow one : countable(series)) {
            Arrays.fill(windowOf, one.begin(), one.end(), window++);
        }
        return windowOf;
    }

    private static int[] fromTheStrongest(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The score at the best threshold of all; the highest one, if several are as good. */
    public NabScore best(NabProfile profile) {
        return sweep(profile, Double.NEGATIVE_INFINITY, true);
    }

    /** The score at a threshold. */
    public NabScore at(NabProfile profile, double threshold) {
        return sweep(profile, threshold, false);
    }

    /** The least score that still is among such a share of the rows, the strongest. */
    double upperQuantile(double share) {
        return scores[Math.min((int) (share * scores.length), scores.length - 1)];
    }

    private NabScore sweep(NabProfile profile, double threshold, boolean best) {
        Tally tally = new Tally(profile);
        NabScore chosen = tally.score(Double.POSITIVE_INFINITY);
        for (int i = 0; i < scores.length && scores[i] >= threshold; i++) {
            tally.alarm(i);
            boolean last = i + 1 == scores.length || scores[i + 1] < scores[i];
            if (best && last && tally.normalised() > chosen.score()) {
                chosen = tally.score(scores[i]);
            }
        }
        return best ? chosen : tally.score(threshold);
    }

    /** What the alarms so far come to. */
    private final class Tally {
        private final NabProfile profile;
        private final double[] bestOfWindow = new double[windows];
        private double hits;
        private double penalties;
        private int found;
        private long falseAlarms;

        Tally(NabProfile profile) {
            this.profile = profile;
        }

        void alarm(int row) {
            int window = windowOfRow[row];
            if (window == OUTSIDE) {
                penalties += Math.min(worths[row], 0);
                falseAlarms++;
            } else if (worths[row] > bestOfWindow[window]) {
                found += bestOfWindow[window] == 0 ? 1 : 0;
                hits += worths[row] - bestOfWindow[window];
                bestOfWindow[window] = worths[row];
            }
        }

        double normalised() {
            double raw =
                    profile.truePositive() * hits
                            + profile.falsePositive() * penalties
                            - profile.falseNegative() * (windows - found);
            double silence = -profile.falseNegative() * windows;
            return 100 * (raw - silence) / (profile.truePositive() * windows - silence);
        }

        NabScore score(double threshold) {
            return new NabScore(
                    normalised(), threshold, found, windows, falseAlarms, scores.length);
        }
    }
}
