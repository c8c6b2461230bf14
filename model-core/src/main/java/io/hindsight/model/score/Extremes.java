package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The least and the most that each channel of a sensor has shown, so that a person can be told that
 * it was never so high: 8 bytes a channel. As float32: what rounds to an extreme is no new one.
 */
final class Extremes {
    private final float[] least;
    private final float[] most;

    /**
     * @param channels N, none of which has shown anything
     */
    Extremes(int channels) {
        least = new float[channels];
        most = new float[channels];
        Arrays.fill(least, Float.NaN);
        Arrays.fill(most, Float.NaN);
    }

    /**
     * Sets a reading beside all before it, then counts it.
     *
     * @param observed [N]; NaN is a hole
     * @param beyond receives 1 where a channel was never so high, −1 where never so low, else 0 [N]
     */
    void take(double[] observed, byte[] beyond) {
        for (int j = 0; j < least.length; j++) {
            float here = (float) observed[j];
            beyond[j] = (byte) (here > most[j] ? 1 : here < least[j] ? -1 : 0);
            if (!Float.isNaN(here)) {
                least[j] = here >= least[j] ? least[j] : here;
                most[j] = here <= most[j] ? most[j] : here;
            }
        }
    }

    void copyFrom(Extremes other) {
        System.arraycopy(other.least, 0, least, 0, least.length);
        System.arraycopy(other.most, 0, most, 0, most.length);
    }

    void write(DataOutput out) throws IOException {
        for (int j = 0; j < least.length; j++) {
            out.writeFloat(least[j]);
            out.writeFloat(most[j]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int j = 0; j < least.length; j++) {
            least[j] = in.readFloat();
            most[j] = in.readFloat();
        }
    }
}
