package io.hindsight.model.normalise;

/**
 * From one kind of z units to another, channel by channel, by way of natural units: z' = factor · z
 * + offset. Between equal ones it changes no bit.
 */
public final class UnitChange {
    private final double[] factor;
    private final double[] offset;

    private UnitChange(double[] factor, double[] offset) {
        this.factor = factor;
        this.offset = offset;
    }

    /** For two normalisers of the same channels. */
    public static UnitChange between(Normaliser from, Normaliser to) {
        int channels = from.channelCount();
        double[] factor = new double[channels];
        double[] offset = new double[channels];
        double[] fromMean = from.mean();
        double[] fromScale = from.scale();
        double[] toMean = to.mean();
        double[] toScale = to.scale();
        for (int d = 0; d < channels; d++) {
            factor[d] = fromScale[d] / toScale[d];
            offset[d] = (fromMean[d] - toMean[d]) / toScale[d];
        }
        return new UnitChange(factor, offset);
    }

    /** Whether no number is too large for it. */
    public boolean isFinite() {
        for (int d = 0; d < factor.length; d++) {
            if (!Double.isFinite(factor[d]) || !Double.isFinite(offset[d])) {
                return false;
            }
        }
        return true;
    }

    /** A value in the new units. */
    public double value(int channel, double z) {
        return factor[channel] * z + offset[channel];
    }

    /** A value in the new units, limited to ±{@link Normaliser#CLIP}. */
    public double clippedValue(int channel, double z) {
        return Math.min(Math.max(value(channel, z), -Normaliser.CLIP), Normaliser.CLIP);
    }
}
