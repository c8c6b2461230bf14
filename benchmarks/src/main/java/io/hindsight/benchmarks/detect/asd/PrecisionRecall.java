package io.hindsight.benchmarks.detect.asd;

import java.util.List;

/**
 * The area under the curve of precision over recall, row by row, as average precision: Σ (Rᵢ −
 * Rᵢ₋₁) Pᵢ over all thresholds, without interpolation (Davis and Goadrich 2006 say why).
 */
final class PrecisionRecall {
    private PrecisionRecall() {}

    /** Of all series on one scale. */
    static double pooled(List<Scored> series) {
        Ranking ranking = Ranking.ofLabels(series);
        long all = series.stream().mapToLong(Scored::anomalousRows).sum();
        double found = 0;
        double foundBefore = 0;
        double area = 0;
        for (int i = 0; i < ranking.rows(); i++) {
            found += ranking.weight(i);
            if (ranking.isCut(i)) {
                area += (found - foundBefore) / all * found / (i + 1);
                foundBefore = found;
            }
        }
        return area;
    }

    /** The mean of the series' own areas. */
    static double mean(List<Scored> series) {
        return series.stream().mapToDouble(one -> pooled(List.of(one))).average().orElseThrow();
    }
}
