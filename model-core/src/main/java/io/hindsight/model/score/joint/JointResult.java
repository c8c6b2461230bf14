package io.hindsight.model.score.joint;

/** What the joint score says of one reading of N channels; overwritten by the next. */
public final class JointResult {
    /**
     * How strange the reading is, 0 or more, in multiples of what a channel rarely reaches: to
     * alarm by.
     */
    public float strength;

    /** The strength over the last readings: to rank by, and as a measure of how long it lasts. */
    public float rank;

    /** Each channel's share [N] of what is strange; they sum to one, or all are 0. */
    public final float[] share;

    /** The strength [N], had this channel been as expected. */
    public final float[] without;

    public JointResult(int channels) {
        share = new float[channels];
        without = new float[channels];
    }
}
