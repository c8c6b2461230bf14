package io.hindsight.trainer.nets;

/**
 * The work between the products, on plain arrays. Each loop is a method of its own with one store
 * and no offsets, so that the compiler turns it into vector code.
 *
 * <p>tanh is the 13/6 rational function of Eigen's {@code ptanh}, at most 3e-7 off; the logistic
 * function is {@code (1 + tanh(x / 2)) / 2}. NaN stays NaN.
 */
final class Pointwise {
    private Pointwise() {}

    static float tanh(float value) {
        float x = Math.max(-7.905311f, Math.min(7.905311f, value));
        float s = x * x;
        float p = -2.7607684E-16f;
        p = p * s + 2.000188E-13f;
        p = p * s - 8.604672E-11f;
        p = p * s + 5.1222973E-8f;
        p = p * s + 1.48572235e-5f;
        p = p * s + 6.3726195e-4f;
        p = p * s + 4.8935246e-3f;
        float q = 1.1982584e-6f;
        q = q * s + 1.1853471e-4f;
        q = q * s + 2.2684347e-3f;
        q = q * s + 4.893525e-3f;
        return x * p / q;
    }

    static void tanh(float[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = tanh(values[k]);
        }
    }

    static void tanh(float[] source, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = tanh(source[k]);
        }
    }

    static void sigmoid(float[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = 0.5f + 0.5f * tanh(0.5f * values[k]);
        }
    }

    /** target = a b. */
    static void product(float[] a, float[] b, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] * b[k];
        }
    }

    /** target = a b + c d; target may be any of them. */
    static void products(float[] a, float[] b, float[] c, float[] d, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] * b[k] + c[k] * d[k];
        }
    }

    /** target += a b. */
    static void addProduct(float[] a, float[] b, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] += a[k] * b[k];
        }
    }

    static void add(float[] values, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] += values[k];
        }
    }

    /** target = a b s (1 - s), the gradient through a logistic gate s. */
    static void throughSigmoid(float[] a, float[] b, float[] s, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] * b[k] * s[k] * (1 - s[k]);
        }
    }

    /** target = a b (1 - t t), the gradient through t = tanh. */
    static void throughTanh(float[] a, float[] b, float[] t, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] * b[k] * (1 - t[k] * t[k]);
        }
    }

    /** target += a b (1 - t t). */
    static void addThroughTanh(float[] a, float[] b, float[] t, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] += a[k] * b[k] * (1 - t[k] * t[k]);
        }
    }

    /** Fills the target with copies of one column. */
    static void repeat(float[] column, float[] target) {
        for (int at = 0; at < target.length; at += column.length) {
            System.arraycopy(column, 0, target, at, column.length);
        }
    }

    /** The sum of all columns, from left to right in double precision. */
    static float[] sumColumns(float[] values, int rows) {
        float[] sums = new float[rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int at = row; at < values.length; at += rows) {
                sum += values[at];
            }
            sums[row] = (float) sum;
        }
        return sums;
    }

    /** Takes one gate's rows out of a step's columns of stacked gates. */
    static void split(float[] stacked, int gates, int gate, int hidden, float[] target) {
        int batch = target.length / hidden;
        for (int b = 0; b < batch; b++) {
            System.arraycopy(stacked, (b * gates + gate) * hidden, target, b * hidden, hidden);
        }
    }

    /** Puts one gate's rows back among a step's columns of stacked gates. */
    static void stack(float[] gateRows, int gates, int gate, int hidden, float[] target) {
        int batch = gateRows.length / hidden;
        for (int b = 0; b < batch; b++) {
            System.arraycopy(gateRows, b * hidden, target, (b * gates + gate) * hidden, hidden);
        }
    }
}
