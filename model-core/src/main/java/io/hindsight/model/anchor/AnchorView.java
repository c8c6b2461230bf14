package io.hindsight.model.anchor;

/**
 * What an anchor says of one slot, in z units; all arrays are [N]. One view is filled again and
 * again: {@link Anchor#predict} writes the first three, {@link Anchor#observe} the rest.
 */
public final class AnchorView {
    /** Mean before the slot's values were seen. */
    public final float[] priorMean;

    /** Standard deviation before they were seen, positive. */
    public final float[] priorScale;

    /** The slow profile's value of this slot. */
    public final float[] profile;

    /** The value where it was seen, else the mean given the channels that were. */
    public final float[] mean;

    /** Standard deviation of {@link #mean}, positive; of no meaning where the value was seen. */
    public final float[] scale;

    public AnchorView(int channels) {
        priorMean = new float[channels];
        priorScale = new float[channels];
        profile = new float[channels];
        mean = new float[channels];
        scale = new float[channels];
    }
}
