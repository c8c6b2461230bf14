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

    /**
     * Between units that are told by the same third ones: each unit is {@code scale} of those, and
     * its zero lies at {@code mean}.
     */
    static UnitChange between(
            double[] fromMean, double[] fromScale, double[] toMean, double[] toScale) {
        double[] factor = new double[fromMean.length];
        double[] offset = new double[fromMean.length];
        for (int d = 0; d < factor.length; d++) {
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

    /** A value in the new units. NaN stays NaN. */
    public double value(int channel, double z) {
        return factor[channel] * z + offset[channel];
    }

    /** A value in the new units, limited to ±{@link Normaliser#CLIP}. */
    public double clippedValue(int channel, double z) {
        return Math.min(Math.max(value(channel, z), -Normaliser.CLIP), Normaliser.CLIP);
    }

    /** Whether a channel's units stay. */
    public boolean isNone(int channel) {
        return factor[channel] == 1 && offset[channel] == 0;
    }

    /** How many new units an old one is. */
    public double factor(int channel) {
        return factor[channel];
    }
}
