package io.hindsight.trainer.data;

import java.util.Arrays;

/**
 * One sensor's values on a regular grid, in natural units: slot t is due at {@code start + t *
 * interval}. NaN is a hole; a slot without a reading is marked absent; only given channels may be
 * known there.
 */
public final class SensorSeries {
    private final String sensor;
    private final long startMillis;
    private final long intervalMillis;
    private final int channels;
    private final double[] values;
    private final boolean[] present;
    private final Arrivals arrivals;

    SensorSeries(
            String sensor,
            long startMillis,
            long intervalMillis,
            int channels,
            double[] values,
            boolean[] present,
            Arrivals arrivals) {
        this.sensor = sensor;
        this.startMillis = startMillis;
        this.intervalMillis = intervalMillis;
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
        int channels = values[0].length;
        double[] flat = new double[values.length * channels];
        for (int t = 0; t < values.length; t++) {
            System.arraycopy(values[t], 0, flat, t * channels, channels);
        }
        boolean[] present = new boolean[values.length];
        Arrays.fill(present, true);
        return new SensorSeries(
                sensor,
                startMillis,
                intervalMillis,
                channels,
                flat,
                present,
                Arrivals.regular(present.length));
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
        return startMillis + slot * intervalMillis;
    }

    /** The slot that is due at this time or the first one after it; may lie outside the series. */
    public long slotAt(long timeMillis) {
        return -Math.floorDiv(startMillis - timeMillis, intervalMillis);
    }

    /** The slot that a reading of this time belongs to, the nearest one; may lie outside. */
    public long nearestSlot(long timeMillis) {
        return nearestSlot(timeMillis, startMillis, intervalMillis);
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
