package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.asd.Interpretation.Explained;
import io.hindsight.benchmarks.detect.asd.Scored.Run;
import io.hindsight.model.score.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How well a detector does on labelled streams of rows: average precision and VUS-PR of what it
 * ranks by, Fc1 where it alarms by itself, at the threshold that gives half an alarm a day on the
 * learning parts, and at the best one; and what a person feels: false alarms, delay, whether the
 * channels are the right ones.
 */
final class RowsFigures {
    static final String HEADER =
            "%-22s %5s %7s %5s %8s %9s %8s %9s %11s %9s %5s %5s"
                    .formatted(
                            "",
                            "AP",
                            "AP mean",
                            "VUS",
                            "Fc1 own",
                            "Fc1 train",
                            "Fc1 best",
                            "found own",
                            "alarms/month",
                            "delay",
                            "hit",
                            "IPS");

    private static final double ALARMS_A_DAY = 0.5;
    private static final int LARGEST_BUFFER = 24;
    private static final double IN_FORCE = 0.5;

    private final List<RowsSaid> said;
    private final int rowsADay;

    RowsFigures(List<RowsSaid> said) {
        this.said = List.copyOf(said);
        rowsADay = said.get(0).rows.rowsADay();
    }

    String line(String name) {
        List<Scored> ranks = judged(one -> one.smoothed);
        List<Scored> strengths = judged(one -> one.strength);
        List<Scored> learning = said.stream().map(RowsSaid::learning).toList();
        int learnt = learning.stream().mapToInt(Scored::rows).sum();
        double train = Alarms.threshold(learning, ALARMS_A_DAY * learnt / rowsADay);
        double best = CompositeF.bestThreshold(strengths);
        boolean own = !Double.isNaN(said.get(0).scale[0]);
        CompositeF byItself =
                own ? CompositeF.at(judged(one -> one.scale), IN_FORCE, rowsADay) : null;
        return String.format(
                Locale.ROOT,
                "%-22s %5.3f %7.3f %5.3f %8s %9.3f %8.3f %9s %11s %9s %5s %5s",
                name,
                PrecisionRecall.pooled(ranks),
                PrecisionRecall.mean(ranks),
                VolumeUnderSurface.pooled(ranks, LARGEST_BUFFER),
                own ? figure(byItself.value()) : "–",
                CompositeF.at(strengths, train, rowsADay).value(),
                CompositeF.at(strengths, best, rowsADay).value(),
                own ? figure(byItself.recall()) : "–",
                own ? figure(alarmsAMonth()) : "–",
                own ? delay() : "–",
                tellsChannels() ? figure(Interpretation.hit(explained())) : "–",
                tellsChannels() ? figure(Interpretation.ips(explained())) : "–");
    }

    private List<Scored> judged(Function<RowsSaid, double[]> words) {
        return said.stream().map(one -> one.judged(words.apply(one))).toList();
    }

    private boolean tellsChannels() {
        return said.stream().allMatch(one -> one.evidence != null && !one.rows.events.isEmpty());
    }

    /** Of a sensor, on judged rows without a label. */
    private double alarmsAMonth() {
        double alarms = said.stream().mapToInt(RowsSaid::alarmsOnNormal).sum();
        double months = 0;
        for (Scored one : judged(one -> one.scale)) {
            months += one.rows() - one.anomalousRows();
        }
        return alarms / (months * said.get(0).rows.intervalMillis() / Allowance.MONTH_MILLIS);
    }

    /** Rows from an event's first one to the first that reaches the threshold, as median. */
    private String delay() {
        List<Integer> delays = new ArrayList<>();
        for (Scored one : judged(one -> one.scale)) {
            for (Run event : one.events()) {
                for (int row = event.first(); row <= event.last(); row++) {
                    if (one.score[row] >= IN_FORCE) {
                        delays.add(row - event.first());
                        break;
                    }
                }
            }
        }
        int[] sorted = delays.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted.length == 0 ? "–" : sorted[sorted.length / 2] + " rows";
    }

    private List<Explained> explained() {
        return said.stream()
                .map(
                        one ->
                                new Explained(
                                        one.rows.events,
                                        one.judgedEvidence(),
                                        one.judged(one.strength)))
                .toList();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
