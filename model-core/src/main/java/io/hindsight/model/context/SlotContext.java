package io.hindsight.model.context;

import java.util.Arrays;

/**
 * What the sensors of a group have in one slot: for each predicted channel the sum and the number
 * of the values seen, and how many sensors have a reading, with any of these channels seen.
 * Contexts of some of the sensors add up to the context of all.
 */
public final class SlotContext {
    final ExactSums sums;
    final int[] counts;
    int readings;

    /** Of nothing. */
    public SlotContext(int predicted) {
        this(new ExactSums(predicted), new int[predicted], 0);
    }

    SlotContext(ExactSums sums, int[] counts, int readings) {
        this.sums = sums;
        this.counts = counts;
        this.readings = readings;
    }

    /** D. */
    public int predicted() {
        return counts.length;
    }

    /** Sensors with a reading. */
    public int readings() {
        return readings;
    }

    /**
     * Counts a sensor's reading; one without a predicted value counts nothing.
     *
     * @param values [D or more], NaN is a hole
     */
    public void add(double[] values) {
        boolean any = false;
        for (int d = 0; d < counts.length; d++) {
            if (!Double.isNaN(values[d])) {
                sums.add(d, values[d]);
                counts[d]++;
                any = true;
            }
        }
        readings += any ? 1 : 0;
    }

    /** Counts what was counted of other sensors. */
    public void add(SlotContext others) {
        sums.add(others.sums);
        for (int d = 0; d < counts.length; d++) {
            counts[d] += others.counts[d];
        }
        readings += others.readings;
    }

    /**
     * Writes the context of one sensor: for each channel the mean over the other sensors, NaN if
     * there is none, then the number of other sensors with a reading.
     *
     * @param own the sensor's reading that is counted here [D or more], null if none is
     * @param out [from + D + 1 or more]
     */
    public void writeOthers(double[] own, double[] out, int from) {
        boolean any = false;
        for (int d = 0; d < counts.length; d++) {
            boolean seen = own != null && !Double.isNaN(own[d]);
            int others = counts[d] - (seen ? 1 : 0);
            double sum = seen ? sums.valueWithout(d, own[d]) : sums.value(d);
            out[from + d] = others <= 0 ? Double.NaN : sum / others;
            any |= seen;
        }
        out[from + counts.length] = readings - (any ? 1 : 0);
    }

    public SlotContext copy() {
        return new SlotContext(sums.copy(), counts.clone(), readings);
    }

    /** Whether the same was counted, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SlotContext that
                && readings == that.readings
                && Arrays.equals(counts, that.counts)
                && sums.equals(that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * sums.hashCode() + readings;
    }

    @Override
    public String toString() {
        return "SlotContext of " + readings + " readings";
    }
}
