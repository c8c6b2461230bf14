package io.hindsight.model.bundle;

import java.util.Arrays;

/**
 * A few readings and what the model's step said of them where the bundle was written: what any
 * other machine must say bit for bit. The arrays are its own and not to be changed.
 */
public final class CheckVector {
    /** Readings that a bundle may hold at most. */
    public static final int MOST_SLOTS = 64;

    private final int slots;
    private final double[] values;
    private final float[] said;

    /**
     * @param slots K, 1 to {@value #MOST_SLOTS}
     * @param values [K, N] in the channels' own units; NaN is a hole
     * @param said [K, 3, D]: what was expected, imputed, and how sure it was; NaN for none
     */
    public CheckVector(int slots, double[] values, float[] said) {
        this.slots = slots;
        this.values = values;
        this.said = said;
    }

    public int slots() {
        return slots;
    }

    public double[] values() {
        return values;
    }

    public float[] said() {
        return said;
    }

    Tensor valuesTensor() {
        return Tensor.of(values, slots, values.length / slots);
    }

    Tensor saidTensor() {
        return Tensor.of(said, slots, 3, said.length / slots / 3);
    }

    /**
     * @throws BundleException if the shapes are not those of the channels, or a value is infinite
     */
    static CheckVector of(String name, Tensor values, String saidName, Tensor said, int n, int d)
            throws BundleException {
        int slots = values == null || values.shape.length == 0 ? 0 : values.shape[0];
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new BundleException(
                    name + " must have 1 to " + MOST_SLOTS + " readings: " + values);
        }
        require(name, values, Tensor.Type.F64, slots, n);
        require(saidName, said, Tensor.Type.F32, slots, 3, d);
        for (double value : values.doubles()) {
            if (Double.isInfinite(value)) {
                throw new BundleException(name + " must be finite or NaN: " + value);
            }
        }
        return new CheckVector(slots, values.doubles(), said.floats());
    }

    private static void require(String name, Tensor tensor, Tensor.Type type, int... shape)
            throws BundleException {
        if (tensor == null || tensor.type != type || !Arrays.equals(tensor.shape, shape)) {
            throw new BundleException(
                    name + " must be " + type + Arrays.toString(shape) + ": " + tensor);
        }
    }
}
