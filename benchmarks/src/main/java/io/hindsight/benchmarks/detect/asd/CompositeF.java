package io.hindsight.benchmarks.detect.asd;

import java.util.List;

/**
 * Fc1: the harmonic mean of row-wise precision and event-wise recall (Garg et al., IEEE TNNLS
 * 2021). Unlike the point-adjusted F1, which gives random scores .7 on these data, it gives an
 * event's rows no credit for one of them.
 *
 * @param precision share of the alarmed rows that are anomalous
 * @param recall share of the events with an alarmed row
 * @param falseAlarmsADay on rows without a label
 */
record CompositeF(double precision, double recall, double falseAlarmsADay) {
    double value() {
        return of(precision, recall);
    }

    private static double of(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Of all series at one threshold. */
    static CompositeF at(List<Scored> series, double threshold, int rowsADay) {
        long alarmed = 0;
        long right = 0;
        long events = 0;
        long found = 0;
        long normal = 0;
        long falseAlarms = 0;
        for (Scored one : series) {
            for (int row = 0; row < one.rows(); row++) {
                if (one.score[row] >= threshold) {
                    alarmed++;
                    right += one.anomalous[row] ? 1 : 0;
                }
            }
            events += one.events().size();
            found += one.events().stream().filter(e -> one.highest(e) >= threshold).count();
            normal += one.rows() - one.anomalousRows();
            falseAlarms += Alarms.onNormal(one, threshold);
        }
        return new CompositeF(
                alarmed == 0 ? 0 : (double) right / alarmed,
                (double) found / events,
                (double) falseAlarms * rowsADay / normal);
    }

    /** The threshold with the highest Fc1. */
    static double bestThreshold(List<Scored> series) {
        Ranking ranking = Ranking.ofLabels(series);
        double[] peaks =
                series.stream()
                        .flatMapToDouble(one -> one.events().stream().mapToDouble(one::highest))
                        .sorted()
                        .toArray();
        double best = -1;
        double threshold = Double.POSITIVE_INFINITY;
        double right = 0;
        int found = 0;
        for (int i = 0; i < ranking.rows(); i++) {
            right += ranking.weight(i);
            while (found < peaks.length && peaks[peaks.length - 1 - found] >= ranking.score(i)) {
                found++;
            }
            double value = of(right / (i + 1), (double) found / peaks.length);
            if (ranking.isCut(i) && value > best) {
                best = value;
                threshold = ranking.score(i);
            }
        }
        return threshold;
    }
}
