package io.hindsight.model.normalise;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One sensor's place among the sensors of its group: the live object that a step reads and
 * overwrites. For each channel the count n, the mean and the variance of its values in the group's
 * z units, as they were remembered, give the sensor's own units:
 *
 * <pre>
 *   w = n / (n + n0),  location a = w · mean,  scale b = √((1 − w) + w · variance),  own = (z − a) / b
 * </pre>
 *
 * <p>The count stops at {@value #MOST_COUNTS} n0, from where old values fade. The units in use stay
 * as they are until the estimate is more than {@value #TOLERANCE} of a unit away from them: then
 * they move, and whoever remembers values in them takes the {@link UnitChange}. A sensor that has
 * settled seldom moves; see docs/decisions/0006-a-scale-of-its-own.md.
 */
public final class OwnScale {
    /** Readings that are counted, in multiples of n0. */
    public static final int MOST_COUNTS = 8;

    /** Largest location and scale, in the group's z units: no answer can overflow by them. */
    public static final double LARGEST = 1e3;

    private static final double LEAST_SCALE = 0.05;
    private static final double TOLERANCE = 1.0 / 16;
    private static final double LARGEST_VALUE = LARGEST * (1 + Normaliser.CLIP);

    /** Values that were counted [N], up to {@link #MOST_COUNTS} n0. */
    public final int[] count;

    /** Their mean [N], in the group's z units. */
    public final double[] mean;

    /** The sum of their squared distances from it [N]. */
    public final double[] squares;

    /** a of the units in use [N]. */
    public final double[] location;

    /** b of the units in use [N]. */
    public final double[] scale;

    /** Of a sensor that nothing is known of: on its group's units. */
    public OwnScale(int channels) {
        count = new int[channels];
        mean = new double[channels];
        squares = new double[channels];
        location = new double[channels];
        scale = new double[channels];
        Arrays.fill(scale, 1);
    }

    private OwnScale(OwnScale other) {
        count = other.count.clone();
        mean = other.mean.clone();
        squares = other.squares.clone();
        location = other.location.clone();
        scale = other.scale.clone();
    }

    /** One of the same that shares nothing with this one. */
    public OwnScale copy() {
        return new OwnScale(this);
    }

    public int channelCount() {
        return count.length;
    }

    /** A value of the group's z units in the sensor's own, not limited. NaN stays NaN. */
    public double toOwn(int channel, double z) {
        return (z - location[channel]) / scale[channel];
    }

    /** A value of the sensor's own units in the group's z units. */
    public double fromOwn(int channel, double own) {
        return own * scale[channel] + location[channel];
    }

    /** A width of the sensor's own units in the group's z units. */
    public double widthFromOwn(int channel, double width) {
        return width * scale[channel];
    }

    /**
     * Counts a reading's values; the units in use stay.
     *
     * @param own the values [N] in the units in use, limited; NaN is a hole
     * @param readings n0, positive
     */
    public void observe(float[] own, int readings) {
        int most = MOST_COUNTS * readings;
        for (int d = 0; d < count.length; d++) {
            if (!Float.isNaN(own[d])) {
                if (count[d] >= most) {
                    squares[d] *= (most - 1.0) / most;
                    count[d] = most - 1;
                }
                double z = fromOwn(d, own[d]);
                double off = z - mean[d];
                count[d]++;
                mean[d] += off / count[d];
                squares[d] += off * (z - mean[d]);
            }
        }
    }

    /** Whether the estimate of a channel is too far from the units in use. */
    public boolean isOff(int readings) {
        for (int d = 0; d < count.length; d++) {
            if (isOff(d, readings)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOff(int d, int readings) {
        double estimate = estimatedScale(d, readings);
        return Math.abs(estimatedLocation(d, readings) - location[d]) > TOLERANCE * scale[d]
                || estimate > (1 + TOLERANCE) * scale[d]
                || scale[d] > (1 + TOLERANCE) * estimate;
    }

    /** Moves the units of those channels that are off to their estimates. */
    public UnitChange move(int readings) {
        OwnScale before = copy();
        for (int d = 0; d < count.length; d++) {
            if (isOff(d, readings)) {
                double estimate = estimatedScale(d, readings);
                location[d] = estimatedLocation(d, readings);
                scale[d] = estimate;
            }
        }
        return changeFrom(before);
    }

    private double weight(int d, int readings) {
        return count[d] / ((double) count[d] + readings);
    }

    private double estimatedLocation(int d, int readings) {
        return Math.min(Math.max(weight(d, readings) * mean[d], -LARGEST), LARGEST);
    }

    private double estimatedScale(int d, int readings) {
        if (count[d] == 0) {
            return 1;
        }
        double w = weight(d, readings);
        double variance = 1 - w + w * Math.max(squares[d], 0) / count[d];
        return Math.min(Math.max(Math.sqrt(variance), LEAST_SCALE), LARGEST);
    }

    /** Whether both use the same units. */
    public boolean hasUnitsOf(OwnScale other) {
        return Arrays.equals(location, other.location) && Arrays.equals(scale, other.scale);
    }

    /** From the units of another, of the same group, to these. */
    public UnitChange changeFrom(OwnScale other) {
        return UnitChange.between(other.location, other.scale, location, scale);
    }

    /**
     * Puts what another one has counted in the place of what this one has; the units in use stay.
     *
     * @param change from the other one's group to this one's
     * @param readings n0 of this one
     */
    public void carry(OwnScale other, UnitChange change, int readings) {
        for (int d = 0; d < count.length; d++) {
            int counted = Math.min(other.count[d], MOST_COUNTS * readings);
            double factor = change.factor(d);
            double variance =
                    other.count[d] == 0 ? 0 : other.squares[d] / other.count[d] * factor * factor;
            count[d] = counted;
            mean[d] =
                    other.count[d] == 0
                            ? 0
                            : Math.min(
                                    Math.max(change.value(d, other.mean[d]), -LARGEST_VALUE),
                                    LARGEST_VALUE);
            squares[d] = counted * Math.min(variance, LARGEST_VALUE * LARGEST_VALUE);
        }
    }

    /**
     * N, or 0 for none, and then for each channel: int count, double mean, squares, location,
     * scale.
     *
     * @param own null for none
     */
    public static void write(OwnScale own, DataOutput out) throws IOException {
        int channels = own == null ? 0 : own.channelCount();
        out.writeShort(channels);
        for (int d = 0; d < channels; d++) {
            out.writeInt(own.count[d]);
            out.writeDouble(own.mean[d]);
            out.writeDouble(own.squares[d]);
            out.writeDouble(own.location[d]);
            out.writeDouble(own.scale[d]);
        }
    }

    /**
     * @return null for none
     * @throws IOException if it is of another number of channels
     */
    public static OwnScale read(int channels, DataInput in) throws IOException {
        int length = in.readUnsignedShort();
        if (length == 0) {
            return null;
        }
        if (length != channels) {
            throw new IOException(
                    "own scale must be of " + channels + " channels or none: " + length);
        }
        OwnScale own = new OwnScale(channels);
        for (int d = 0; d < channels; d++) {
            own.count[d] = in.readInt();
            own.mean[d] = in.readDouble();
            own.squares[d] = in.readDouble();
            own.location[d] = in.readDouble();
            own.scale[d] = in.readDouble();
        }
        return own;
    }
}
