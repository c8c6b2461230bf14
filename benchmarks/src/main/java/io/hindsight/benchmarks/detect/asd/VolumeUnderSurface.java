package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * VUS-PR: the area under a range-aware precision-recall curve, averaged over the buffers 0 to b
 * around the events (Paparrizos et al., PVLDB 15(11), 2022). For buffer ℓ each event has soft
 * labels l that fall as √(1 − distance/ℓ) over ⌊ℓ/2⌋ rows on either side; at a threshold that takes
 * n rows, Σ over them:
 *
 * <pre>
 *   precision = Σl / n      recall = min(1, Σl / ½(P + all l)) · share of the events with a hit
 * </pre>
 *
 * <p>with P anomalous rows, and the area by the mean of neighbouring precisions. All thresholds are
 * taken, where the authors' program takes 250. As there, the last row of an event counts as its own
 * first neighbour, so that the buffer behind it reaches one row less far.
 */
final class VolumeUnderSurface {
    private VolumeUnderSurface() {}

    /** Of all series on one scale. */
    static double pooled(List<Scored> series, int largestBuffer) {
        double sum = 0;
        for (int buffer = 0; buffer <= largestBuffer; buffer++) {
            sum += area(series, buffer);
        }
        return sum / (largestBuffer + 1);
    }

    static double area(List<Scored> series, int buffer) {
        List<double[]> labels = series.stream().map(one -> soft(one, buffer)).toList();
        Ranking ranking = Ranking.of(series, labels);
        double[] peaks = peaks(series, labels);
        double all = labels.stream().flatMapToDouble(Arrays::stream).sum();
        double half = (series.stream().mapToLong(Scored::anomalousRows).sum() + all) / 2;
        double found = 0;
        int hits = 0;
        double recallBefore = 0;
        double precisionBefore = 1;
        double area = 0;
        for (int i = 0; i < ranking.rows(); i++) {
            found += ranking.weight(i);
            if (ranking.isCut(i)) {
                while (hits < peaks.length && peaks[peaks.length - 1 - hits] >= ranking.score(i)) {
                    hits++;
                }
                double recall = Math.min(1, found / half) * hits / peaks.length;
                double precision = found / (i + 1);
                area += (recall - recallBefore) * (precision + precisionBefore) / 2;
                recallBefore = recall;
                precisionBefore = precision;
            }
        }
        return area;
    }

    static double[] soft(Scored series, int buffer) {
        double[] labels = new double[series.rows()];
        for (Run event : series.events()) {
            Arrays.fill(labels, event.first(), event.last() + 1, 1);
        }
        for (Run event : series.events()) {
            for (int away = 1; away <= buffer / 2; away++) {
                double label = Math.sqrt(1 - (double) away / buffer);
                add(labels, event.first() - away, label);
                if (away < buffer / 2) {
                    add(labels, event.last() + away, label);
                }
            }
        }
        return labels;
    }

    private static void add(double[] labels, int row, double label) {
        if (row >= 0 && row < labels.length) {
            labels[row] = Math.min(1, labels[row] + label);
        }
    }

    /** The highest score of each run of labels over 0, ascending. */
    private static double[] peaks(List<Scored> series, List<double[]> labels) {
        List<Double> peaks = new ArrayList<>();
        for (int k = 0; k < series.size(); k++) {
            boolean[] near = new boolean[series.get(k).rows()];
            for (int row = 0; row < near.length; row++) {
                near[row] = labels.get(k)[row] > 0;
            }
            Scored wide = new Scored(series.get(k).score, near);
            wide.events().forEach(event -> peaks.add(wide.highest(event)));
        }
        return peaks.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
