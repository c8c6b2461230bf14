package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whether the channels with the most evidence are those at fault (Li et al., InterFusion, KDD
 * 2021). An event's evidence of a channel is the highest of its rows; of the as many channels as
 * are at fault with the most evidence, the share that is at fault is the event's hit rate.
 */
final class Interpretation {
    private Interpretation() {}

    /**
     * The hit rate over all rows of the events, mean over the events.
     *
     * @param evidence [rows][channels]
     */
    static double hit(List<FaultyChannels> events, double[][] evidence) {
        return events.stream()
                .mapToDouble(event -> rate(event, evidence, row -> true))
                .average()
                .orElseThrow();
    }

    /**
     * IPS: the hit rate over the detected rows of the events, each such row with equal weight; NaN
     * if none is detected. Detected are rows at the threshold of the best point-adjusted F1, as in
     * InterFusion's own program.
     */
    static double ips(List<FaultyChannels> events, double[][] evidence, Scored scored) {
        double threshold = adjustedThreshold(scored);
        IntPredicate detected = row -> scored.score[row] >= threshold;
        double sum = 0;
        long rows = 0;
        for (FaultyChannels event : events) {
            long weight = rows(event.rows()).filter(detected).count();
            if (weight > 0) {
                sum += weight * rate(event, evidence, detected);
                rows += weight;
            }
        }
        return sum / rows;
    }

    /** What was said of one series whose events name their channels. */
    static final class Explained {
        private final List<FaultyChannels> events;
        private final double[][] evidence;
        private final Scored scored;

        /**
         * @param evidence [rows][channels]
         */
        Explained(List<FaultyChannels> events, double[][] evidence, Scored scored) {
            this.events = events;
            this.evidence = evidence;
            this.scored = scored;
        }
    }

    /** The hit rate over all events of several series alike. */
    static double hit(List<Explained> all) {
        double sum = 0;
        int events = 0;
        for (Explained one : all) {
            sum += one.events.size() * hit(one.events, one.evidence);
            events += one.events.size();
        }
        return sum / events;
    }

    /** The mean of the series' IPS. */
    static double ips(List<Explained> all) {
        return all.stream()
                .mapToDouble(one -> ips(one.events, one.evidence, one.scored))
                .average()
                .orElseThrow();
    }

    private static IntStream rows(Run run) {
        return IntStream.rangeClosed(run.first(), run.last());
    }

    private static double rate(FaultyChannels event, double[][] evidence, IntPredicate counts) {
        double[] highest = new double[evidence[0].length];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        rows(event.rows())
                .filter(counts)
                .forEach(
                        row -> Arrays.setAll(highest, j -> Math.max(highest[j], evidence[row][j])));
        int faulty = event.channels().size();
        long right =
                IntStream.range(0, highest.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> -highest[j]))
                        .limit(faulty)
                        .filter(event.channels()::contains)
                        .count();
        return (double) right / faulty;
    }

    /** The threshold of the best F1 where one detected row stands for all of its event's rows. */
    static double adjustedThreshold(Scored scored) {
        List<Run> events = scored.events();
        double[] adjusted = scored.score.clone();
        for (Run event : events) {
            Arrays.fill(adjusted, event.first(), event.last() + 1, scored.highest(event));
        }
        Ranking ranking = Ranking.ofLabels(List.of(new Scored(adjusted, scored.anomalous)));
        long all = scored.anomalousRows();
        double best = -1;
        double threshold = Double.POSITIVE_INFINITY;
        double found = 0;
        for (int i = 0; i < ranking.rows(); i++) {
            found += ranking.weight(i);
            double f1 = 2 * found / (i + 1 + all);
            if (ranking.isCut(i) && f1 > best) {
                best = f1;
                threshold = ranking.score(i);
            }
        }
        return threshold;
    }
}
