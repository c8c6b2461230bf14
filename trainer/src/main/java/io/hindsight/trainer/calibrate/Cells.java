package io.hindsight.trainer.calibrate;

import java.util.Arrays;

/** Answers for cells whose truth is known, one after another, in z units. */
final class Cells {
    float[] error = new float[1024];
    float[] scale = new float[1024];
    short[] channel = new short[1024];
    byte[] situation = new byte[1024];

    /** Which third of its part a cell lies in, 0 to 2. */
    byte[] third = new byte[1024];

    int count;

    void add(double off, double width, int d, int when, int inThird) {
        if (count == error.length) {
            int more = 2 * count;
            error = Arrays.copyOf(error, more);
            scale = Arrays.copyOf(scale, more);
            channel = Arrays.copyOf(channel, more);
            situation = Arrays.copyOf(situation, more);
            third = Arrays.copyOf(third, more);
        }
        error[count] = (float) off;
        scale[count] = (float) width;
        channel[count] = (short) d;
        situation[count] = (byte) when;
        third[count] = (byte) inThird;
        count++;
    }

    /** Mean errors, NaN without a cell. */
    Errors errors() {
        double absolute = 0;
        double squared = 0;
        for (int k = 0; k < count; k++) {
            absolute += Math.abs(error[k]);
            squared += (double) error[k] * error[k];
        }
        return new Errors(absolute / count, squared / count);
    }

    void addAll(Cells other) {
        for (int k = 0; k < other.count; k++) {
            add(
                    other.error[k],
                    other.scale[k],
                    other.channel[k],
                    other.situation[k],
                    other.third[k]);
        }
    }
}
