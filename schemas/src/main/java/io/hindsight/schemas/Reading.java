package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * What one sensor measured at one moment. In {@link #values()} a hole is NaN.
 *
 * <p>On the wire a hole is null, and a NaN is a fault of the sender. Both are NaN here, so the
 * index of the first channel whose value was sent but is not finite is kept beside the values: a
 * reading is usable when {@link #firstNotFinite()} is {@link #NONE}. Of further faults behind the
 * first nothing is kept, since such a reading is refused as a whole.
 */
public final class Reading {

    /** No such channel. */
    public static final int NONE = -1;

    private final String sensor;
    private final String group;
    private final long eventTimeMillis;
    private final double[] values;
    private final int firstNotFinite;

    /**
     * A reading as a sensor takes it.
     *
     * @param values one for each channel, NaN for a hole; kept, not copied
     */
    public Reading(String sensor, String group, long eventTimeMillis, double[] values) {
        this(sensor, group, eventTimeMillis, values, firstInfinite(values));
    }

    Reading(
            String sensor,
            String group,
            long eventTimeMillis,
            double[] values,
            int firstNotFinite) {
        this.sensor = requireNonNull(sensor, "sensor");
        this.group = requireNonNull(group, "group");
        this.eventTimeMillis = eventTimeMillis;
        this.values = requireNonNull(values, "values");
        this.firstNotFinite = firstNotFinite;
    }

    /** A reading as it may stand on the wire: null for a hole, and NaN for the fault it is. */
    public static Reading asSent(
            String sensor, String group, long eventTimeMillis, Double... valuesOrNull) {
        double[] values = new double[valuesOrNull.length];
        int firstNotFinite = NONE;
        for (int channel = 0; channel < values.length; channel++) {
            Double value = valuesOrNull[channel];
            values[channel] = value == null ? Double.NaN : value;
            if (firstNotFinite == NONE && value != null && !Double.isFinite(value)) {
                firstNotFinite = channel;
            }
        }
        return new Reading(sensor, group, eventTimeMillis, values, firstNotFinite);
    }

    /** Name of the sensor. */
    public String sensor() {
        return sensor;
    }

    /** Name of the sensor group. */
    public String group() {
        return group;
    }

    /** When it was measured, in milliseconds since the epoch. */
    public long eventTimeMillis() {
        return eventTimeMillis;
    }

    /** One for each channel, NaN for a hole; the reading's own array, not to be changed. */
    public double[] values() {
        return values;
    }

    /** The first channel whose value was sent but is NaN or infinite, or {@link #NONE}. */
    public int firstNotFinite() {
        return firstNotFinite;
    }

    private static int firstInfinite(double[] values) {
        for (int channel = 0; channel < values.length; channel++) {
            if (Double.isInfinite(values[channel])) {
                return channel;
            }
        }
        return NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reading that
                && sensor.equals(that.sensor)
                && group.equals(that.group)
                && eventTimeMillis == that.eventTimeMillis
                && firstNotFinite == that.firstNotFinite
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sensor.hashCode() + Long.hashCode(eventTimeMillis))
                + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Reading[sensor=%s, group=%s, eventTimeMillis=%d, values=%s, firstNotFinite=%d]"
                .formatted(sensor, group, eventTimeMillis, Arrays.toString(values), firstNotFinite);
    }
}
