package io.hindsight.trainer.data;

/** One row of a file as a reading: NaN is a hole. The values belong to the receiver. */
public final class Row {
    private final String sensor;
    private final long timeMillis;
    private final double[] values;

    public Row(String sensor, long timeMillis, double[] values) {
        this.sensor = sensor;
        this.timeMillis = timeMillis;
        this.values = values;
    }

    public String sensor() {
        return sensor;
    }

    public long timeMillis() {
        return timeMillis;
    }

    /** One value a channel, in natural units. */
    public double[] values() {
        return values;
    }
}
