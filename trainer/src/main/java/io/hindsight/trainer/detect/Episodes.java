package io.hindsight.trainer.detect;

import io.hindsight.model.score.Allowance;
import io.hindsight.model.score.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes episodes of a sensor's alarms. An alarm opens one; it ends when {@value #CALM_READINGS}
 * readings in a row have had a score under {@value #CALM_SCORE}, or when a quiet stretch has passed
 * without another alarm.
 */
final class Episodes {
    static final int CALM_READINGS = 12;
    static final double CALM_SCORE = 2;

    private static final int MOST_QUIET = 100;
    private static final double QUIET_SHARE = 0.25;

    private final int quietReadings;
    private final List<Episode> closed = new ArrayList<>();
    private final double[] weights;
    private final double[] leans;
    private final double[][] peak;
    private boolean open;
    private int first;
    private int last;
    private int peakRow;
    private double severity;
    private int alarms;
    private int calm;
    private int sinceAlarm;

    Episodes(int channels, int quietReadings) {
        this.quietReadings = quietReadings;
        weights = new double[channels];
        leans = new double[channels];
        peak = new double[channels][3];
    }

    /** A quarter of the readings that lie between two alarms. */
    static int quietReadings(double alarmsPerMonth, long intervalMillis) {
        double between = Allowance.MONTH_MILLIS / intervalMillis / alarmsPerMonth;
        return (int) Math.max(2, Math.min(MOST_QUIET, QUIET_SHARE * between));
    }

    /** Takes the sensor's next reading that has a score. */
    void take(int row, double[] values, Judgement said) {
        if (!open && !said.alarm) {
            return;
        }
        if (!open) {
            begin(row);
        }
        sinceAlarm = said.alarm ? 0 : sinceAlarm + 1;
        alarms += said.alarm ? 1 : 0;
        boolean strange = said.alarm || said.score >= CALM_SCORE;
        calm = strange ? 0 : calm + 1;
        if (strange) {
            last = row;
            add(row, values, said);
        }
        if (calm >= CALM_READINGS || sinceAlarm >= quietReadings) {
            end();
        }
    }

    private void begin(int row) {
        open = true;
        first = row;
        severity = Double.NEGATIVE_INFINITY;
        alarms = 0;
        calm = 0;
        Arrays.fill(weights, 0);
        Arrays.fill(leans, 0);
    }

    private void add(int row, double[] values, Judgement said) {
        for (int j = 0; j < weights.length; j++) {
            double weight = said.share[j] * said.score;
            double difference = values[j] - said.expected[j];
            weights[j] += weight;
            leans[j] += Double.isNaN(difference) ? 0 : weight * Math.signum(difference);
        }
        if (said.score > severity) {
            severity = said.score;
            peakRow = row;
            for (int j = 0; j < weights.length; j++) {
                peak[j][0] = values[j];
                peak[j][1] = said.expected[j];
                peak[j][2] = said.band[j];
            }
        }
    }

    private void end() {
        open = false;
        double sum = Arrays.stream(weights).sum();
        List<EpisodeChannel> channels =
                IntStream.range(0, weights.length)
                        .mapToObj(j -> channel(j, sum))
                        .sorted(Comparator.comparingDouble(one -> -one.share()))
                        .toList();
        closed.add(new Episode(first, last, peakRow, severity, alarms, channels));
    }

    private EpisodeChannel channel(int j, double sum) {
        double share = sum > 0 ? Math.min(1, weights[j] / sum) : 0;
        double lean = weights[j] > 0 ? leans[j] / weights[j] : 0;
        return new EpisodeChannel(j, share, lean, peak[j][0], peak[j][1], peak[j][2]);
    }

    /** All of them, the one that is still open included. */
    List<Episode> finish() {
        if (open) {
            end();
        }
        return List.copyOf(closed);
    }
}
