package io.hindsight.benchmarks.detect.asd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of several series from the highest score down, on one scale. A threshold takes equal
 * scores together: {@link #isCut} says where one can lie.
 */
final class Ranking {
    private final double[] score;
    private final double[] weight;
    private final Integer[] order;

    private Ranking(double[] score, double[] weight) {
        this.score = score;
        this.weight = weight;
        order = IntStream.range(0, score.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> -score[row]));
    }

    /**
     * @param weights of each series' rows, in the order of the series
     */
    static Ranking of(List<Scored> series, List<double[]> weights) {
        return new Ranking(
                series.stream().flatMapToDouble(one -> Arrays.stream(one.score)).toArray(),
                weights.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** With weight 1 for an anomalous row and 0 for any other. */
    static Ranking ofLabels(List<Scored> series) {
        return of(series, series.stream().map(Ranking::labels).toList());
    }

    private static double[] labels(Scored series) {
        return IntStream.range(0, series.rows())
                .mapToDouble(row -> series.anomalous[row] ? 1 : 0)
                .toArray();
    }

    int rows() {
        return score.length;
    }

    /** The i-th highest score. */
    double score(int i) {
        return score[order[i]];
    }

    /** The weight of the row with the i-th highest score. */
    double weight(int i) {
        return weight[order[i]];
    }

    /** Whether a threshold can lie right behind the i-th highest score. */
    boolean isCut(int i) {
        return i + 1 == rows() || score(i + 1) < score(i);
    }
}
