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

    /**
     * Name of the rule that ignores what the score says: no channel is left whose deviation counts.
     * Null where the score counts.
     */
    public String suppressed;

    public StepResult(int channels) {
        observed = new double[channels];
        expected = new float[channels];
        spread = new float[channels];
        scale = new float[channels];
        situation = new byte[channels];
        imputed = new float[channels];
        channelScore = new float[channels];
    }

    /** What there is to say of a slot before there is a model: what was observed. */
    public static StepResult ofObserved(long eventTimeMillis, double[] observed) {
        StepResult result = new StepResult(observed.length);
        result.eventTimeMillis = eventTimeMillis;
        System.arraycopy(observed, 0, result.observed, 0, observed.length);
        Arrays.fill(result.expected, Float.NaN);
        Arrays.fill(result.spread, Float.NaN);
        Arrays.fill(result.scale, Float.NaN);
        Arrays.fill(result.imputed, Float.NaN);
        Arrays.fill(result.channelScore, Float.NaN);
        result.score = Float.NaN;
        return result;
    }

    /** The same, with other imputed values where there are any. */
    public StepResult with(float[] imputedInstead, float[] spreadInstead) {
        int channels = observed.length;
        StepResult other = new StepResult(channels);
        other.eventTimeMillis = eventTimeMillis;
        other.score = score;
        other.suppressed = suppressed;
        System.arraycopy(observed, 0, other.observed, 0, channels);
        System.arraycopy(expected, 0, other.expected, 0, channels);
        System.arraycopy(scale, 0, other.scale, 0, channels);
        System.arraycopy(situation, 0, other.situation, 0, channels);
        System.arraycopy(channelScore, 0, other.channelScore, 0, channels);
        for (int d = 0; d < channels; d++) {
            boolean replaced = !Float.isNaN(imputedInstead[d]);
            other.imputed[d] = replaced ? imputedInstead[d] : imputed[d];
            other.spread[d] = replaced ? spreadInstead[d] : spread[d];
        }
        return other;
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
