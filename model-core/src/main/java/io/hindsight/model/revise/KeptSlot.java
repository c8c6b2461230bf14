package io.hindsight.model.revise;

import io.hindsight.model.normalise.OwnScale;

/**
 * What is kept of one slot while a gap is open, in z units: N channels, H hidden units. Not to be
 * changed once it is kept.
 */
public final class KeptSlot {
    /** Event time of the slot. */
    public final long timeMillis;

    /** What was seen [N], NaN is a hole. */
    public final float[] seen;

    /** The slow profile, as it stood [N]. */
    public final float[] profile;

    /** What was said of the slot then [N]: the value itself where it was seen. */
    public final float[] mean;

    /** And its scale [N]. */
    public final float[] scale;

    /** The student's normed hidden state after the slot [H]. */
    public final float[] state;

    /** The sensor's own units that all of this is in, null where it is in the group's. */
    public final OwnScale units;

    /** One to be filled. */
    public KeptSlot(long timeMillis, int channels, int hiddenSize, OwnScale units) {
        this(
                timeMillis,
                new float[channels],
                new float[channels],
                new float[channels],
                new float[channels],
                new float[hiddenSize],
                units);
    }

    /** One that was kept; the arrays become its own. */
    public KeptSlot(
            long timeMillis,
            float[] seen,
            float[] profile,
            float[] mean,
            float[] scale,
            float[] state,
            OwnScale units) {
        this.timeMillis = timeMillis;
        this.seen = seen;
        this.profile = profile;
        this.mean = mean;
        this.scale = scale;
        this.state = state;
        this.units = units;
    }
}
