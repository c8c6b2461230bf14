package io.hindsight.model.sensor;

/** One reading as it came, kept so that another model can be led up to the present. */
public final class PastInput {
    private final long eventTimeMillis;
    private final double[] values;

    /**
     * @param values [N] in the channels' own units, NaN is a hole; not copied
     */
    public PastInput(long eventTimeMillis, double[] values) {
        this.eventTimeMillis = eventTimeMillis;
        this.values = values;
    }

    public long eventTimeMillis() {
        return eventTimeMillis;
    }

    /** The values, not copied: not to be changed. */
    public double[] values() {
        return values;
    }
}
