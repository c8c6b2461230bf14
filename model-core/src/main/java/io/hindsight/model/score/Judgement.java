package io.hindsight.model.score;

import java.util.Arrays;

/** What a {@link Watcher} says of one reading of N channels; overwritten by the next. */
public final class Judgement {
    /** −log10 of the probability of so strong a reading on this sensor; NaN if nothing was seen. */
    public double score;

    /** The same of what counts for alarms: of the channels that no rule ignores. */
    public double counted;

    /** How strange the reading is, without a unit: what the score is the tail of. */
    public double strength;

    /** What the sensor alarms by, and from where on. */
    public double prominence;

    public double threshold;

    /** Whether this reading raises an alarm of its own. */
    public boolean alarm;

    /** From reading to reading, as the alarms that it may raise are counted. */
    public double intervalMillis;

    /** Readings until the sensor has a past that can be scored against; 0 when it has. */
    public int warming;

    /** Each channel's share [N] of what is strange; they sum to one, or all are 0. */
    public final float[] share;

    /** The score [N], had this channel been as expected. */
    public final double[] without;

    /** What was expected [N], and half the width of what is usual around it; NaN if unknown. */
    public final double[] expected;

    public final double[] band;

    /** Event time from the sensor's first reading to this one. */
    public long pastMillis;

    /** 1 where a channel [N] was never so high in all that time, −1 never so low, 0 neither. */
    public final byte[] beyond;

    public Judgement(int channels) {
        share = new float[channels];
        without = new double[channels];
        expected = new double[channels];
        band = new double[channels];
        beyond = new byte[channels];
    }

    void clear() {
        score = Double.NaN;
        counted = Double.NaN;
        strength = 0;
        prominence = 0;
        threshold = Double.NaN;
        alarm = false;
        intervalMillis = 0;
        warming = 0;
        Arrays.fill(share, 0);
        Arrays.fill(without, Double.NaN);
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(band, Double.NaN);
        pastMillis = 0;
        Arrays.fill(beyond, (byte) 0);
    }

    /** Prominence relative to the threshold in 0 … 1: from one half on it is an alarm's. */
    public double alarmScale() {
        return Double.isNaN(threshold) || prominence <= 0
                ? 0
                : prominence / (prominence + threshold);
    }
}
