package io.hindsight.model.normalise;

/**
 * Z units by fixed statistics: z = (x − mean) / scale for each channel, limited to ±{@link #CLIP}.
 *
 * <p>Computed in double precision and handed on as float32, so that a large offset (a pressure in
 * pascal, a counter) costs no digits.
 */
public final class Normaliser {
    /** Largest |z| that may enter a memory; a spike beyond it is remembered as this. */
    public static final float CLIP = 8f;

    /** Largest magnitude of a mean and a scale: results, which are float32, cannot overflow. */
    public static final double LARGEST = 1e18;

    private final double[] mean;
    private final double[] scale;

    /**
     * @param mean of each channel, in its own unit, within ±{@link #LARGEST}
     * @param scale of each channel, in its own unit, positive and at most {@link #LARGEST}
     */
    public Normaliser(double[] mean, double[] scale) {
        if (mean.length != scale.length) {
            throw new IllegalArgumentException(
                    "mean and scale must have one value a channel: mean="
                            + mean.length
                            + ", scale="
                            + scale.length);
        }
        for (int d = 0; d < mean.length; d++) {
            if (!(Math.abs(mean[d]) <= LARGEST)) {
                throw new IllegalArgumentException(
                        "mean[" + d + "] must be within ±" + LARGEST + ": " + mean[d]);
            }
            if (!(scale[d] > 0 && scale[d] <= LARGEST)) {
                throw new IllegalArgumentException(
                        "scale["
                                + d
                                + "] must be positive and at most "
                                + LARGEST
                                + ": "
                                + scale[d]);
            }
        }
        this.mean = mean.clone();
        this.scale = scale.clone();
    }

    public int channelCount() {
        return mean.length;
    }

    /** The value in z units, not limited: what scores and errors are measured in. NaN stays NaN. */
    public double toZ(int channel, double value) {
        return (value - mean[channel]) / scale[channel];
    }

    /** The value in z units, limited to ±{@link #CLIP}: what a memory may hold. NaN stays NaN. */
    public float toClippedZ(int channel, double value) {
        return clip(toZ(channel, value));
    }

    /** A value in z units, limited to ±{@link #CLIP}. NaN stays NaN. */
    public static float clip(double z) {
        return (float) Math.min(Math.max(z, -CLIP), CLIP);
    }

    /** A value in z units, in the channel's own unit. */
    public double fromZ(int channel, double z) {
        return mean[channel] + scale[channel] * z;
    }

    /** A width in z units, in the channel's own unit. */
    public double widthFromZ(int channel, double width) {
        return scale[channel] * width;
    }

    public double[] mean() {
        return mean.clone();
    }

    public double[] scale() {
        return scale.clone();
    }
}
