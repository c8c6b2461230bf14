package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;

/** The cells as one writes them first: {@link Math#tanh}, and one of two simple products. */
final class PlainCell {
    private final CellKind kind;
    private final boolean axpy;
    private final int hiddenSize;
    private final float[] ih;
    private final float[] hh;
    private final float[] biasIh;
    private final float[] biasHh;
    private final float[] a;
    private final float[] b;

    /**
     * @param axpy whether products go column by column (weights transposed, flat) or row by row
     */
    PlainCell(Layer layer, boolean axpy) {
        this.axpy = axpy;
        kind = layer.kind;
        hiddenSize = layer.hiddenSize;
        int rows = kind.gates() * hiddenSize;
        ih = axpy ? transposed(layer.weightIh, rows) : layer.weightIh;
        hh = axpy ? transposed(layer.weightHh, rows) : layer.weightHh;
        biasIh = layer.biasIh;
        biasHh = layer.biasHh;
        a = new float[rows];
        b = new float[rows];
    }

    void step(float[] x, float[] h, float[] c) {
        if (axpy) {
            axpy(ih, biasIh, x, a);
            axpy(hh, biasHh, h, b);
        } else {
            dot(ih, biasIh, x, a);
            dot(hh, biasHh, h, b);
        }
        switch (kind) {
            case LSTM -> lstm(h, c);
            case GRU -> gru(h);
        }
    }

    private void lstm(float[] h, float[] c) {
        int n = hiddenSize;
        for (int k = 0; k < n; k++) {
            float i = sigmoid(a[k] + b[k]);
            float f = sigmoid(a[n + k] + b[n + k]);
            float g = (float) Math.tanh(a[2 * n + k] + b[2 * n + k]);
            float o = sigmoid(a[3 * n + k] + b[3 * n + k]);
            c[k] = f * c[k] + i * g;
            h[k] = o * (float) Math.tanh(c[k]);
        }
    }

    private void gru(float[] h) {
        int n = hiddenSize;
        for (int k = 0; k < n; k++) {
            float r = sigmoid(a[k] + b[k]);
            float z = sigmoid(a[n + k] + b[n + k]);
            float candidate = (float) Math.tanh(a[2 * n + k] + r * b[2 * n + k]);
            h[k] = (1 - z) * candidate + z * h[k];
        }
    }

    private static void dot(float[] w, float[] bias, float[] x, float[] y) {
        for (int n = 0; n < y.length; n++) {
            float sum = bias[n];
            for (int k = 0; k < x.length; k++) {
                sum += w[n * x.length + k] * x[k];
            }
            y[n] = sum;
        }
    }

    private static void axpy(float[] w, float[] bias, float[] x, float[] y) {
        System.arraycopy(bias, 0, y, 0, y.length);
        for (int k = 0; k < x.length; k++) {
            float xk = x[k];
            int column = k * y.length;
            for (int n = 0; n < y.length; n++) {
                y[n] += w[column + n] * xk;
            }
        }
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    private static float[] transposed(float[] weights, int rows) {
        int columns = weights.length / rows;
        float[] flat = new float[weights.length];
        for (int n = 0; n < rows; n++) {
            for (int k = 0; k < columns; k++) {
                flat[k * rows + n] = weights[n * columns + k];
            }
        }
        return flat;
    }
}
