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

    /**
     * Surprise of each observed channel by its prediction alone, −log10 of a probability; NaN where
     * there is none.
     */
    public final float[] channelScore;

    /** Each channel's share of what is strange, summing to one, or all 0; NaN if not judged. */
    public final float[] share;

    /** The reading's score, had this channel been as expected; NaN where it has none. */
    public final float[] without;

    /**
     * −log10 of the probability of so strange a reading on this sensor; NaN where nothing could be
     * scored.
     */
    public float score;

    /** Readings until the sensor's own past can bear its scores; 0 when it can. */
    public int warming;

    /** Whether the reading raised an alarm when it was judged. It is kept nowhere. */
    public boolean alarm;

    /** From reading to reading when it was judged, 0 if it was not. It is kept nowhere. */
    public double intervalMillis;

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
        share = new float[channels];
        without = new float[channels];
        Arrays.fill(share, Float.NaN);
        Arrays.fill(without, Float.NaN);
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
        other.warming = warming;
        System.arraycopy(observed, 0, other.observed, 0, channels);
        System.arraycopy(expected, 0, other.expected, 0, channels);
        System.arraycopy(scale, 0, other.scale, 0, channels);
        System.arraycopy(situation, 0, other.situation, 0, channels);
        System.arraycopy(channelScore, 0, other.channelScore, 0, channels);
        System.arraycopy(share, 0, other.share, 0, channels);
        System.arraycopy(without, 0, other.without, 0, channels);
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

    /** The observed channel that is strangest by its own prediction, −1 if none was scored. */
    public int strongestChannel() {
        return strongestChannel(new boolean[channelScore.length]);
    }

    /** The same among the channels that are not ignored [D]. */
    public int strongestChannel(boolean[] ignored) {
        int strongest = -1;
        for (int d = 0; d < channelScore.length; d++) {
            if (!ignored[d]
                    && !Float.isNaN(channelScore[d])
                    && (strongest < 0 || isStranger(d, strongest))) {
                strongest = d;
            }
        }
        return strongest;
    }

    private boolean isStranger(int channel, int than) {
        return (share[channel] != share[than] && !Float.isNaN(share[than]))
                ? share[channel] > share[than]
                : channelScore[channel] > channelScore[than];
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
