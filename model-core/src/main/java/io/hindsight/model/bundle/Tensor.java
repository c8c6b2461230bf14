package io.hindsight.model.bundle;

import java.util.Arrays;
import java.util.OptionalInt;

/** An array with a shape, row-major. Float32 or float64, as {@link #type} says. */
final class Tensor {
    /** Element types that a bundle holds, by their names in safetensors. */
    enum Type {
        F32(4),
        F64(8);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    final Type type;
    final int[] shape;
    private final float[] floats;
    private final double[] doubles;

    private Tensor(Type type, int[] shape, float[] floats, double[] doubles) {
        this.type = type;
        this.shape = shape;
        this.floats = floats;
        this.doubles = doubles;
    }

    static Tensor of(float[] values, int... shape) {
        return new Tensor(Type.F32, shape, values, new double[0]);
    }

    static Tensor of(double[] values, int... shape) {
        return new Tensor(Type.F64, shape, new float[0], values);
    }

    int length() {
        return type == Type.F32 ? floats.length : doubles.length;
    }

    /** The elements of a float32 tensor, not copied. */
    float[] floats() {
        return floats;
    }

    /** The elements of a float64 tensor, not copied. */
    double[] doubles() {
        return doubles;
    }

    /** Index of the first float32 element that is NaN or beyond ±limit, if there is one. */
    OptionalInt firstBeyond(float limit) {
        for (int i = 0; i < floats.length; i++) {
            if (!(Math.abs(floats[i]) <= limit)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
