package io.hindsight.model.normalise;

/**
 * Natural units to the z units that a sensor's memory is in, and back: its group's, and on to its
 * own where it has some. Everywhere {@code own} is null where it has none.
 */
public final class SensorUnits {
    private final Normaliser group;

    public SensorUnits(Normaliser group) {
        this.group = group;
    }

    /** The value in z units, not limited. NaN stays NaN. */
    public double toZ(OwnScale own, int channel, double value) {
        double z = group.toZ(channel, value);
        return own == null ? z : own.toOwn(channel, z);
    }

    /** The value in z units, limited to ±{@link Normaliser#CLIP}. NaN stays NaN. */
    public float toClippedZ(OwnScale own, int channel, double value) {
        return Normaliser.clip(toZ(own, channel, value));
    }

    /** A value in z units, in the channel's own unit. */
    public double fromZ(OwnScale own, int channel, double z) {
        return group.fromZ(channel, own == null ? z : own.fromOwn(channel, z));
    }

    /** A width in z units, in the channel's own unit. */
    public double widthFromZ(OwnScale own, int channel, double width) {
        return group.widthFromZ(channel, own == null ? width : own.widthFromOwn(channel, width));
    }

    /**
     * From the z units of a sensor in another group to those in this one, of the same channels.
     *
     * @param theirs in the other group
     * @param own in this one
     */
    public UnitChange changeFrom(SensorUnits other, OwnScale theirs, OwnScale own) {
        return UnitChange.between(other.zeros(theirs), other.ones(theirs), zeros(own), ones(own));
    }

    private double[] zeros(OwnScale own) {
        double[] zeros = group.mean();
        for (int d = 0; d < zeros.length && own != null; d++) {
            zeros[d] = fromZ(own, d, 0);
        }
        return zeros;
    }

    private double[] ones(OwnScale own) {
        double[] ones = group.scale();
        for (int d = 0; d < ones.length && own != null; d++) {
            ones[d] = widthFromZ(own, d, 1);
        }
        return ones;
    }
}
