package io.hindsight.benchmarks.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * A detector on all sets, with a threshold that was not chosen on the set that it is judged by: for
 * each set that threshold whose NAB score (standard profile) is highest as the mean over the other
 * counted sets. A threshold that is good on kinds of series that it has not seen is worth more than
 * a detector that is good on one kind.
 */
final class SetsBench {
    private final DetectorKind kind;
    private final List<BenchSet> sets;
    private final List<List<ScoredSeries>> said;
    private final List<NabScorer> scorers;

    private SetsBench(DetectorKind kind, List<BenchSet> sets, List<List<ScoredSeries>> said) {
        this.kind = kind;
        this.sets = List.copyOf(sets);
        this.said = said;
        this.scorers = said.stream().map(NabScorer::new).toList();
    }

    /** Runs it over every series once. */
    static SetsBench run(DetectorKind kind, List<BenchSet> sets, int threads) {
        return new SetsBench(kind, sets, DetectorRun.bySet(kind, sets, threads));
    }

    /** Of each set, in their order. */
    List<SetResult> results() {
        double[] candidates = candidates();
        double[][] scores = new double[sets.size()][candidates.length];
        for (int s = 0; s < scores.length; s++) {
            for (int c = 0; c < candidates.length; c++) {
                scores[s][c] = at(s, candidates[c]).score();
            }
        }
        List<SetResult> results = new ArrayList<>();
        for (int s = 0; s < sets.size(); s++) {
            NabScore byDefault = kind.hasThreshold() ? at(s, kind.defaultThreshold()) : null;
            results.add(
                    new SetResult(
                            sets.get(s),
                            at(s, candidates[bestWithout(s, scores)]),
                            scorers.get(s).best(NabProfile.STANDARD),
                            byDefault));
        }
        return results;
    }

    /** How much of each kind of event was found, each at its set's threshold of the others. */
    KindTally kinds(List<SetResult> results) {
        KindTally tally = new KindTally();
        for (int s = 0; s < sets.size(); s++) {
            for (int k = 0; k < said.get(s).size(); k++) {
                tally.add(
                        sets.get(s).series().get(k),
                        said.get(s).get(k),
                        results.get(s).others().threshold());
            }
        }
        return tally;
    }

    private NabScore at(int set, double threshold) {
        return scorers.get(set).at(NabProfile.STANDARD, threshold);
    }

    /** The highest, if several are as good. */
    private int bestWithout(int set, double[][] scores) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores[set].length; c++) {
            double sum = 0;
            for (int s = 0; s < scores.length; s++) {
                sum += s == set || !sets.get(s).counted() ? 0 : scores[s][c];
            }
            if (sum >= most) {
                most = sum;
                best = c;
            }
        }
        return best;
    }

    private double[] candidates() {
        List<NabScorer> counted = new ArrayList<>();
        for (int s = 0; s < sets.size(); s++) {
            if (sets.get(s).counted()) {
                counted.add(scorers.get(s));
            }
        }
        return Thresholds.candidates(counted);
    }
}
