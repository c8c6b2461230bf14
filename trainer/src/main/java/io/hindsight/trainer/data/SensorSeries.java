package io.hindsight.trainer.data;

import java.util.Arrays;

/**
 * One sensor's values, in natural units and slot by slot: on a regular grid, or of an irregular
 * sensor, whose slots are its readings, at their own times. NaN is a hole; a slot without a reading
 * is marked absent; only given channels may be known there.
 */
public final class SensorSeries {
    private final String sensor;
    private final SlotTimes times;
    private final int channels;
    private final double[] values;
    private final boolean[] present;
    private final Arrivals arrivals;

    SensorSeries(
            String sensor,
            SlotTimes times,
            int channels,
            double[] values,
            boolean[] present,
            Arrivals arrivals) {
        this.sensor = sensor;
        this.times = times;
        this.channels = channels;
        this.values = values;
        this.present = present;
        this.arrivals = arrivals;
    }

    /**
     * A series of which every slot has a reading.
     *
     * @param values [slots][channels], NaN for a hole
     */
    public static SensorSeries of(
            String sensor, long startMillis, long intervalMillis, double[][] values) {
        return of(sensor, new SlotTimes.OnGrid(startMillis, intervalMillis), values);
    }

    /**
     * An irregular sensor's series.
     *
     * @param times of the readings, each after the one before
     * @param paceMillis the usual time between two of them
     * @param values [readings][channels], NaN for a hole
     */
    public static SensorSeries irregular(
            String sensor, long[] times, long paceMillis, double[][] values) {
        return of(sensor, new SlotTimes.Own(times.clone(), paceMillis), values);
    }

    private static SensorSeries of(String sensor, SlotTimes times, double[][] values) {
        int channels = values[0].length;
        double[] flat = new double[values.length * channels];
        for (int t = 0; t < values.length; t++) {
            System.arraycopy(values[t], 0, flat, t * channels, channels);
        }
        return new SensorSeries(
                sensor, times, channels, flat, all(values.length), Arrivals.regular(values.length));
    }

    /** That every slot has a reading. */
    static boolean[] all(int slots) {
        boolean[] present = new boolean[slots];
        Arrays.fill(present, true);
        return present;
    }

    public String sensor() {
        return sensor;
    }

    /** How the readings came that this series was made of. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Number of slots. */
    public int length() {
        return present.length;
    }

    public int channelCount() {
        return channels;
    }

    public long timeMillis(int slot) {
        return times.timeMillis(slot);
    }

    /** The slot that is due at this time or the first one after it; may lie outside the series. */
    public long slotAt(long timeMillis) {
        return times.slotAt(timeMillis);
    }

    /**
     * The slot that a reading of this time belongs to: the nearest one, or of an irregular sensor
     * the one at just this time; may lie outside the series, as one that is not does.
     */
    public long slotOf(long timeMillis) {
        return times.slotOf(timeMillis);
    }

    /** Where a slot lies between others: its number, or of an irregular sensor its time. */
    public long place(int slot) {
        return times.place(slot);
    }

    static long nearestSlot(long timeMillis, long startMillis, long intervalMillis) {
        return Math.floorDiv(timeMillis - startMillis + intervalMillis / 2, intervalMillis);
    }

    public double value(int slot, int channel) {
        return values[slot * channels + channel];
    }

    public boolean isPresent(int slot) {
        return present[slot];
    }
}
