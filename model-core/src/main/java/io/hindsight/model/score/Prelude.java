package io.hindsight.model.score;

import io.hindsight.model.score.outside.Rhythm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The first readings of one channel, kept until its rhythm can be told. */
final class Prelude {
    /** How many are kept. */
    private static final int READINGS = Watch.WARMING_BEATS;

    private final long[] times = new long[READINGS];
    private final double[] values = new double[READINGS];
    private final double[] expected = new double[READINGS];
    private int size;

    void add(long epochMillis, double value, double expectedValue) {
        times[size] = epochMillis;
        values[size] = value;
        expected[size] = expectedValue;
        size++;
    }

    boolean isFull() {
        return size == READINGS;
    }

    /** The last value; NaN before the first one. */
    double last() {
        return size == 0 ? Double.NaN : values[size - 1];
    }

    int size() {
        return size;
    }

    long timeMillis(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    double expected(int i) {
        return expected[i];
    }

    int readingsPerBeat() {
        float[] all = new float[size];
        for (int i = 0; i < size; i++) {
            all[i] = (float) values[i];
        }
        return Rhythm.readingsPerBeat(all, size);
    }

    void copyFrom(Prelude other) {
        System.arraycopy(other.times, 0, times, 0, other.size);
        System.arraycopy(other.values, 0, values, 0, other.size);
        System.arraycopy(other.expected, 0, expected, 0, other.size);
        size = other.size;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(times[i]);
            out.writeDouble(values[i]);
            out.writeDouble(expected[i]);
        }
    }

    void read(DataInput in) throws IOException {
        size = in.readUnsignedByte();
        if (size >= READINGS) {
            throw new IOException("fewer than " + READINGS + " readings are kept: " + size);
        }
        for (int i = 0; i < size; i++) {
            times[i] = in.readLong();
            values[i] = in.readDouble();
            expected[i] = in.readDouble();
        }
    }
}
