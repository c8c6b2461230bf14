package io.hindsight.model.context;

/**
 * Which of a sensor's readings its slot has counted: the first one. It is the one to take out of
 * the slot's sums, also for a second reading in the same slot. The sensor's readings come in the
 * order of time.
 */
public final class CountedReading {
    private boolean any;
    private long slotMillis;
    private double[] values;

    /** That reading of the slot which is counted, this one if it is the first; kept, not copied. */
    public double[] of(long slotOfReadingMillis, double[] reading) {
        if (!any || slotOfReadingMillis != slotMillis) {
            any = true;
            slotMillis = slotOfReadingMillis;
            values = reading;
        }
        return values;
    }
}
