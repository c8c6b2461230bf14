package io.hindsight.benchmarks.detect.asd;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sensor's rows as one stream: a part to learn from, and behind it the part that is judged by its
 * labels.
 */
final class LabelledRows {
    private static final long BEGIN_MILLIS = 1_577_836_800_000L;

    final String name;
    final List<String> channels;

    /** Ascending. */
    final long[] epochMillis;

    /** [rows][channels]; NaN is a hole. */
    final double[][] values;

    /** Of all rows, those of the learning part included. */
    final boolean[] anomalous;

    /** The row from which on strengths of the learning part choose a threshold. */
    final int warmUntil;

    /** The first row that is judged. */
    final int judgedFrom;

    /** Of the judged part, rows from its own first one on; empty if nobody said which channels. */
    final List<FaultyChannels> events;

    LabelledRows(
            String name,
            List<String> channels,
            long[] epochMillis,
            double[][] values,
            boolean[] anomalous,
            int warmUntil,
            int judgedFrom,
            List<FaultyChannels> events) {
        this.name = name;
        this.channels = List.copyOf(channels);
        this.epochMillis = ascending(epochMillis);
        this.values = values;
        this.anomalous = anomalous;
        this.warmUntil = warmUntil;
        this.judgedFrom = judgedFrom;
        this.events = List.copyOf(events);
    }

    /** A time that is not after the one before it becomes a millisecond after that. */
    private static long[] ascending(long[] times) {
        long[] all = times.clone();
        for (int row = 1; row < all.length; row++) {
            all[row] = Math.max(all[row], all[row - 1] + 1);
        }
        return all;
    }

    /** A server's training rows and then its test rows, five minutes apart; times are made up. */
    static LabelledRows of(AsdServer server) {
        int train = server.train.length;
        double[][] all = Arrays.copyOf(server.train, train + server.test.length);
        System.arraycopy(server.test, 0, all, train, server.test.length);
        boolean[] anomalous = new boolean[all.length];
        System.arraycopy(server.anomalous, 0, anomalous, train, server.test.length);
        long step = Duration.ofDays(1).toMillis() / AsdReader.ROWS_A_DAY;
        long[] times = new long[all.length];
        Arrays.setAll(times, row -> BEGIN_MILLIS + row * step);
        List<String> channels = IntStream.range(0, all[0].length).mapToObj(j -> "m" + j).toList();
        return new LabelledRows(
                server.name,
                channels,
                times,
                all,
                anomalous,
                AsdDetection.WARM_UP_ROWS,
                train,
                server.events);
    }

    boolean[] judgedLabels() {
        return Arrays.copyOfRange(anomalous, judgedFrom, anomalous.length);
    }

    /** The median time between two rows. */
    long intervalMillis() {
        long[] steps = new long[Math.max(1, epochMillis.length - 1)];
        for (int row = 1; row < epochMillis.length; row++) {
            steps[row - 1] = epochMillis[row] - epochMillis[row - 1];
        }
        Arrays.sort(steps);
        return Math.max(1, steps[steps.length / 2]);
    }

    int rowsADay() {
        return (int) Math.max(1, Duration.ofDays(1).toMillis() / intervalMillis());
    }
}
