package io.hindsight.benchmarks;

/** The loops of the reference form. Columns must come in fours. */
final class FourColumns {
    private FourColumns() {}

    /** [rows, columns], row-major, as one array a column. */
    static float[][] columns(float[] weights, int rows, int columns) {
        if (columns % 4 != 0) {
            throw new IllegalArgumentException("columns must come in fours: " + columns);
        }
        float[][] column = new float[columns][rows];
        for (int k = 0; k < columns; k++) {
            for (int n = 0; n < rows; n++) {
                column[k][n] = weights[n * columns + k];
            }
        }
        return column;
    }

    static void first(float[] b, float[][] w, float[] x, float[] y, int rows) {
        first(b, w[0], w[1], w[2], w[3], x[0], x[1], x[2], x[3], y, rows);
    }

    private static void first(
            float[] b,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float x0,
            float x1,
            float x2,
            float x3,
            float[] y,
            int rows) {
        for (int n = 0; n < rows; n++) {
            y[n] = b[n] + ((w0[n] * x0 + w1[n] * x1) + (w2[n] * x2 + w3[n] * x3));
        }
    }

    static void next(
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float x0,
            float x1,
            float x2,
            float x3,
            float[] y,
            int rows) {
        for (int n = 0; n < rows; n++) {
            y[n] += (w0[n] * x0 + w1[n] * x1) + (w2[n] * x2 + w3[n] * x3);
        }
    }

    /** y += W x from column {@code from} on. */
    static void rest(float[][] w, int from, float[] x, float[] y, int rows) {
        for (int k = from; k < w.length; k += 4) {
            next(w[k], w[k + 1], w[k + 2], w[k + 3], x[k], x[k + 1], x[k + 2], x[k + 3], y, rows);
        }
    }

    /** The rational tanh 13/6 with Eigen's coefficients, in place. */
    @SuppressWarnings("FloatingPointLiteralPrecision")
    static void tanh(float[] values, int n) {
        for (int i = 0; i < n; i++) {
            float x = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, values[i]));
            float s = x * x;
            float p = s * -2.76076847742355e-16f + 2.00018790482477e-13f;
            p = s * p - 8.60467152213735e-11f;
            p = s * p + 5.12229709037114e-08f;
            p = s * p + 1.48572235717979e-05f;
            p = s * p + 6.37261928875436e-04f;
            p = s * p + 4.89352455891786e-03f;
            float q = s * 1.19825839466702e-06f + 1.18534705686654e-04f;
            q = s * q + 2.26843463243900e-03f;
            q = s * q + 4.89352518554385e-03f;
            values[i] = x * p / q;
        }
    }
}
