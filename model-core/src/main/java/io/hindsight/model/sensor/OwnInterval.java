package io.hindsight.model.sensor;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A sensor's interval as its own past shows it: the lower median of the last steps from reading to
 * reading, so that neither a silence nor a reading in between moves it.
 */
final class OwnInterval {
    /** Steps that are kept. */
    static final int STEPS = 15;

    /** Steps before which the bundle's interval holds. */
    static final int LEAST_STEPS = 5;

    private final long[] steps;
    private int count;

    OwnInterval() {
        this(new long[STEPS], 0);
    }

    private OwnInterval(long[] steps, int count) {
        this.steps = steps;
        this.count = count;
    }

    OwnInterval copy() {
        return new OwnInterval(steps.clone(), count);
    }

    /** Counts a step from one reading to the next. */
    void observe(long stepMillis) {
        steps[count % STEPS] = stepMillis;
        count = count + 1 == 2 * STEPS ? STEPS : count + 1;
    }

    /**
     * @param otherwise as long as too little is known
     */
    long millis(long otherwise) {
        int known = Math.min(count, STEPS);
        if (known < LEAST_STEPS) {
            return otherwise;
        }
        long[] sorted = Arrays.copyOf(steps, known);
        Arrays.sort(sorted);
        return sorted[(known - 1) / 2];
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(count);
        for (int k = 0; k < Math.min(count, STEPS); k++) {
            out.writeLong(steps[k]);
        }
    }

    static OwnInterval read(DataInput in) throws IOException {
        int count = in.readUnsignedByte();
        if (count >= 2 * STEPS) {
            throw new IOException("steps must be below " + 2 * STEPS + ": " + count);
        }
        OwnInterval own = new OwnInterval(new long[STEPS], count);
        for (int k = 0; k < Math.min(count, STEPS); k++) {
            own.steps[k] = in.readLong();
        }
        return own;
    }
}
