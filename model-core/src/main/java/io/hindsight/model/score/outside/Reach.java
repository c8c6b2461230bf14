package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The largest that a channel's values have been: what counts as rounding beside it, and what is so
 * far beyond it that one glitch would rule everything learned from it.
 */
final class Reach {
    private static final double ROUNDING = 1e-6;
    private static final double MOST_TIMES = 1e3;
    private static final double LARGEST = 1e30;

    private double largest;

    /** A finite value, brought to a thousand times the largest so far if it lies beyond. */
    double take(double told) {
        double most = largest > 0 ? Math.min(LARGEST, MOST_TIMES * largest) : LARGEST;
        double value = Math.max(-most, Math.min(most, told));
        largest = Math.max(largest, Math.abs(value));
        return value;
    }

    /** What counts as rounding, in the values' unit. */
    double floor() {
        return ROUNDING * largest;
    }

    void copyFrom(Reach other) {
        largest = other.largest;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(largest);
    }

    void read(DataInput in) throws IOException {
        largest = in.readDouble();
    }
}
