package io.hindsight.trainer.detect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A sensor's rows as they come, to be put into the order of their times. */
public final class SensorRows {
    private static final int FIRST_ROOM = 1_024;

    private final String sensor;
    private final int channels;
    private long[] times = new long[FIRST_ROOM];
    private double[] values;
    private int count;
    private int outOfOrder;

    public SensorRows(String sensor, int channels) {
        this.sensor = sensor;
        this.channels = channels;
        values = new double[FIRST_ROOM * channels];
    }

    /**
     * @param row one value a channel; NaN is a hole. Copied
     */
    public void add(long epochMillis, double[] row) {
        if (count == times.length) {
            times = Arrays.copyOf(times, Math.multiplyExact(2, count));
            values = Arrays.copyOf(values, Math.multiplyExact(times.length, channels));
        }
        outOfOrder += count > 0 && epochMillis < times[count - 1] ? 1 : 0;
        times[count] = epochMillis;
        System.arraycopy(row, 0, values, count * channels, channels);
        count++;
    }

    String sensor() {
        return sensor;
    }

    int channels() {
        return channels;
    }

    int count() {
        return count;
    }

    /** Rows that came after one of a later time. */
    int outOfOrder() {
        return outOfOrder;
    }

    long timeMillis(int row) {
        return times[row];
    }

    void copyValues(int row, double[] to, int offset) {
        System.arraycopy(values, row * channels, to, offset, channels);
    }

    /** The rows by their times; of equal times the one that came first is first. */
    int[] byTime() {
        IntStream rows = IntStream.range(0, count);
        return outOfOrder == 0
                ? rows.toArray()
                : rows.boxed()
                        .sorted(Comparator.comparingLong(row -> times[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
