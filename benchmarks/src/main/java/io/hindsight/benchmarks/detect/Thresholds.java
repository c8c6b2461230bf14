package io.hindsight.benchmarks.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Thresholds of a detector that are tried on sets of series, each of which has one vote. */
final class Thresholds {
    /** How many are tried. */
    private static final int CANDIDATES = 60;

    /** A candidate alarms in one row in ten of some set at most, and in one of 10,000 at least. */
    private static final double MOST_ALARMS = 0.1;

    private static final double LEAST_ALARMS = 1e-4;

    private Thresholds() {}

    /** Of each set what its upper quantiles are; of all of these, evenly by rank. */
    static double[] candidates(List<NabScorer> sets) {
        List<Double> quantiles = new ArrayList<>();
        for (NabScorer set : sets) {
            for (int k = 0; k < CANDIDATES; k++) {
                double share = (double) k / (CANDIDATES - 1);
                double alarms = MOST_ALARMS * Math.pow(LEAST_ALARMS / MOST_ALARMS, share);
                quantiles.add(set.upperQuantile(alarms));
            }
        }
        double[] all = quantiles.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] distinct = Arrays.stream(all).distinct().toArray();
        double[] chosen = new double[Math.min(CANDIDATES, distinct.length)];
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = distinct[(int) ((double) k * distinct.length / chosen.length)];
        }
        return chosen;
    }

    /**
     * That with the highest NAB score (standard profile) as the mean over the sets, the highest if
     * several are as good. Of one set all of its scores are tried.
     */
    static double best(List<NabScorer> sets) {
        if (sets.size() == 1) {
            return sets.get(0).best(NabProfile.STANDARD).threshold();
        }
        double best = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double candidate : candidates(sets)) {
            double score =
                    sets.stream()
                            .mapToDouble(set -> set.at(NabProfile.STANDARD, candidate).score())
                            .sum();
            if (score >= most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }
}
