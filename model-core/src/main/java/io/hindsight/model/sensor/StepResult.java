package io.hindsight.model.sensor;

import java.util.Arrays;

/**
 * What one step says of one reading, in the channels' own units. Arrays are [D]; NaN means that
 * there is no such value.
 */
public final class StepResult {
    /** When the reading was due. */
    public long eventTimeMillis;

    /** What was observed; NaN where the channel is missing. */
    public final double[] observed;

    /** What was predicted before the reading was seen. */
    public final float[] expected;

    /**
     * Spread of the imputed value where the channel is missing, of the expected value otherwise:
     * the standard deviation of a normal distribution whose 90 % interval is as wide as theirs.
     */
    public final float[] spread;

    /** Scale of the distribution that the spread is of; a {@code SpreadTable} tells the rest. */
    public final float[] scale;

    /** The situation of that distribution in the {@code SpreadTable}. */
    public final byte[] situation;

    /** What the missing value most likely was, given the other channels; NaN where observed. */
    public final float[] imputed;

    /** Surprise of each observed channel, −log10 of a probability; NaN where there is none. */
    public final float[] channelScore;

    /**
     * Surprise of the whole reading, −log10 of a probability; NaN where nothing could be scored.
     */
    public float score;

    public StepResult(int channels) {
        observed = new double[channels];
        expected = new float[channels];
        spread = new float[channels];
        scale = new float[channels];
        situation = new byte[channels];
        imputed = new float[channels];
        channelScore = new float[channels];
    }

    public int channelCount() {
        return observed.length;
    }

    /** The observed channel with the highest score, −1 if none has one. */
    public int strongestChannel() {
        int strongest = -1;
        for (int d = 0; d < channelScore.length; d++) {
            if (!Float.isNaN(channelScore[d])
                    && (strongest < 0 || channelScore[d] > channelScore[strongest])) {
                strongest = d;
            }
        }
        return strongest;
    }

    @Override
    public String toString() {
        return eventTimeMillis
                + " observed "
                + Arrays.toString(observed)
                + " expected "
                + Arrays.toString(expected)
                + " score "
                + score;
    }
}
