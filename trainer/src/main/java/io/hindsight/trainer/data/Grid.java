package io.hindsight.trainer.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The regular times that readings are put on, found from the readings themselves. The step is the
 * most frequent one; where clocks waver or months differ in length, the mean of the steps around
 * it. All rows must be sorted by time.
 */
final class Grid {
    /** A step at least so frequent is one that somebody chose. */
    private static final double CHOSEN = 0.05;

    /** Steps this near to another are the same step on another clock. */
    private static final double SAME_STEP = 0.2;

    /** A mean no further than this from the most frequent step is that step. */
    private static final double SAME_MEAN = 0.005;

    private static final int BLOCK = 32;
    private static final int LEAST_STEPS = 8;
    private static final double REGULAR = 0.9;
    private static final double ANOTHER_INTERVAL = 1.5;
    private static final double TOO_MANY_BLOCKS = 0.1;

    private Grid() {}

    /**
     * The interval of all sensors together.
     *
     * @throws DataException if no sensor has two times
     */
    static long interval(Collection<List<Row>> sensors) {
        long[] steps = sensors.stream().flatMapToLong(rows -> Arrays.stream(steps(rows))).toArray();
        if (steps.length == 0) {
            throw new DataException(
                    "the interval cannot be found, no sensor has two times: record longer, or give"
                            + " the interval");
        }
        Arrays.sort(steps);
        long mode = mostFrequent(steps);
        boolean chosen = count(steps, mode) >= CHOSEN * steps.length;
        long centre = chosen ? mode : steps[steps.length / 2];
        long[] near =
                Arrays.stream(steps)
                        .filter(step -> Math.abs(step - centre) <= SAME_STEP * centre)
                        .toArray();
        double mean = Arrays.stream(near).average().orElseThrow();
        boolean exact =
                Math.abs(mean - centre) <= SAME_MEAN * centre
                        || count(near, centre) >= REGULAR * near.length;
        return chosen && exact ? mode : Math.round(mean);
    }

    private static long[] steps(List<Row> rows) {
        long[] steps = new long[Math.max(0, rows.size() - 1)];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = rows.get(k + 1).timeMillis() - rows.get(k).timeMillis();
        }
        return Arrays.stream(steps).filter(step -> step > 0).toArray();
    }

    /** Of equally frequent ones the shortest. */
    private static long mostFrequent(long[] sorted) {
        long best = sorted[0];
        int most = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = sorted[from];
            }
        }
        return best;
    }

    private static long count(long[] steps, long wanted) {
        return Arrays.stream(steps).filter(step -> step == wanted).count();
    }

    /**
     * Refuses a sensor that is regular, but at another interval, for a tenth of its readings or
     * more: on this grid it would lose readings, or be mostly holes.
     */
    static void refuseAnotherInterval(String sensor, List<Row> rows, long interval) {
        long[] steps = steps(rows);
        int blocks = 0;
        int others = 0;
        int first = -1;
        long another = 0;
        for (int from = 0; from + LEAST_STEPS <= steps.length; from += BLOCK) {
            long[] block = Arrays.copyOfRange(steps, from, Math.min(steps.length, from + BLOCK));
            long step = median(block);
            double ratio = (double) Math.max(step, interval) / Math.min(step, interval);
            blocks++;
            if (ratio > ANOTHER_INTERVAL && isRegular(block, step)) {
                others++;
                another = first < 0 ? step : another;
                first = first < 0 ? from : first;
            }
        }
        if (others > TOO_MANY_BLOCKS * blocks) {
            throw new DataException(
                    ("sensor %s, from %s: its readings come every %s, the data's interval is %s:"
                                    + " give the interval to put all on one grid, or train what"
                                    + " has another interval apart")
                            .formatted(
                                    sensor,
                                    Instant.ofEpochMilli(rows.get(first).timeMillis()),
                                    Duration.ofMillis(another),
                                    Duration.ofMillis(interval)));
        }
    }

    private static long median(long[] steps) {
        long[] sorted = steps.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static boolean isRegular(long[] steps, long step) {
        long near =
                Arrays.stream(steps).filter(s -> Math.abs(s - step) <= SAME_STEP * step).count();
        return near >= REGULAR * steps.length;
    }

    /**
     * The time of the first slot: near the first reading, and where on the interval most readings
     * are; where none is usual, in their middle, so that a wavering clock stays in its slot.
     */
    static long start(List<Row> rows, long interval) {
        Map<Long, Integer> phases = new HashMap<>();
        rows.forEach(
                row -> phases.merge(Math.floorMod(row.timeMillis(), interval), 1, Integer::sum));
        var usual = phases.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        long phase =
                2L * usual.getValue() >= rows.size() ? usual.getKey() : middle(phases, interval);
        long half = interval / 2;
        long first = rows.get(0).timeMillis();
        return first - (Math.floorMod(first - phase + half, interval) - half);
    }

    /** The mean on the circle that one interval is. */
    private static long middle(Map<Long, Integer> phases, long interval) {
        double sine = 0;
        double cosine = 0;
        for (Map.Entry<Long, Integer> phase : phases.entrySet()) {
            double angle = 2 * Math.PI * phase.getKey() / interval;
            sine += phase.getValue() * Math.sin(angle);
            cosine += phase.getValue() * Math.cos(angle);
        }
        return Math.round(Math.atan2(sine, cosine) / (2 * Math.PI) * interval);
    }
}
