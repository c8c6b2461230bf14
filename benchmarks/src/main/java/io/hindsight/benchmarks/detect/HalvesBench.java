package io.hindsight.benchmarks.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A detector on two halves of the same sets, every other series of a set by its name. Its threshold
 * is chosen on one half and judged on the other, both ways.
 */
final class HalvesBench {
    private final DetectorKind kind;

    /** Of each half, a scorer a set. */
    private final List<List<NabScorer>> halves = List.of(new ArrayList<>(), new ArrayList<>());

    /**
     * What a detector comes to on a half, as the mean over its sets.
     *
     * @param threshold that the other half has chosen; score, found and false alarms are at it
     * @param own the score at the half's own best threshold
     * @param byDefault the score at the detector's own threshold; NaN if it has none
     */
    record Result(
            int windows,
            double threshold,
            double score,
            double found,
            double falseAlarmsPerThousandRows,
            double own,
            double byDefault) {}

    private HalvesBench(DetectorKind kind) {
        this.kind = kind;
    }

    /** Runs it over every series once. */
    static HalvesBench run(DetectorKind kind, List<List<LabelledSeries>> sets, int threads) {
        HalvesBench bench = new HalvesBench(kind);
        for (List<LabelledSeries> set : sets) {
            List<LabelledSeries> byName =
                    set.stream().sorted(Comparator.comparing(LabelledSeries::name)).toList();
            bench.add(DetectorRun.over(kind, byName, threads));
        }
        return bench;
    }

    private void add(List<ScoredSeries> byName) {
        for (int half = 0; half < halves.size(); half++) {
            List<ScoredSeries> members = new ArrayList<>();
            for (int k = half; k < byName.size(); k += halves.size()) {
                members.add(byName.get(k));
            }
            halves.get(half).add(new NabScorer(members));
        }
    }

    /** Of the first half, and of the second. */
    List<Result> results() {
        return List.of(result(0, 1), result(1, 0));
    }

    private Result result(int judged, int choosing) {
        List<NabScorer> sets = halves.get(judged);
        double threshold = Thresholds.best(halves.get(choosing));
        double own = Thresholds.best(sets);
        List<NabScore> scores = at(sets, threshold);
        return new Result(
                scores.stream().mapToInt(NabScore::windows).sum(),
                threshold,
                mean(scores, NabScore::score),
                mean(scores, NabScore::foundShare),
                mean(scores, NabScore::falseAlarmsPerThousandRows),
                mean(at(sets, own), NabScore::score),
                kind.hasThreshold()
                        ? mean(at(sets, kind.defaultThreshold()), NabScore::score)
                        : Double.NaN);
    }

    private static List<NabScore> at(List<NabScorer> sets, double threshold) {
        return sets.stream().map(set -> set.at(NabProfile.STANDARD, threshold)).toList();
    }

    private static double mean(List<NabScore> scores, ToDoubleFunction<NabScore> of) {
        return scores.stream().mapToDouble(of).average().orElse(Double.NaN);
    }
}
