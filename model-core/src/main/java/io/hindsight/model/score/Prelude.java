package io.hindsight.model.score;

import io.hindsight.model.score.outside.Rhythm;
import java.util.Arrays;

/** A sensor's first readings, kept until its rhythm can be told. */
final class Prelude {
    private final int channels;
    private final long[] times;
    private final double[] values;
    private int size;

    Prelude(int channels, int most) {
        this.channels = channels;
        times = new long[most];
        values = new double[most * channels];
    }

    /** Keeps a reading, unless it has nothing but holes. */
    boolean add(long epochMillis, double[] reading) {
        boolean seen = false;
        for (double value : reading) {
            seen |= !Double.isNaN(value);
        }
        if (seen) {
            times[size] = epochMillis;
            System.arraycopy(reading, 0, values, size * channels, channels);
            size++;
        }
        return seen;
    }

    boolean isFull() {
        return size == times.length;
    }

    int size() {
        return size;
    }

    long timeMillis(int i) {
        return times[i];
    }

    double[] values(int i) {
        return Arrays.copyOfRange(values, i * channels, (i + 1) * channels);
    }

    /** The median time between readings, at least a millisecond. */
    long intervalMillis() {
        long[] steps = new long[Math.max(1, size - 1)];
        for (int i = 1; i < size; i++) {
            steps[i - 1] = times[i] - times[i - 1];
        }
        Arrays.sort(steps);
        return Math.max(1, steps[steps.length / 2]);
    }

    /** Of the first channel. */
    int readingsPerBeat() {
        float[] first = new float[size];
        int length = 0;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(values[i * channels])) {
                first[length++] = (float) values[i * channels];
            }
        }
        return Rhythm.readingsPerBeat(first, length);
    }
}
