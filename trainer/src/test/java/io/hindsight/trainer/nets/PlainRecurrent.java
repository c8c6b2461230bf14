package io.hindsight.trainer.nets;

import io.hindsight.model.recurrent.CellKind;
import java.util.Map;

/** The recurrent layers as their equations say, in double precision, one value after another. */
record PlainRecurrent(
        CellKind cell, int inputSize, int hidden, int steps, int batch, boolean reverse) {

    /** h after each step, [steps][batch][hidden]. */
    double[] states(Map<String, double[]> values, String suffix) {
        return run(values, suffix)[0];
    }

    /** c after the last step, [batch][hidden]; of a GRU what it began with. */
    double[] lastCells(Map<String, double[]> values, String suffix) {
        return run(values, suffix)[1];
    }

    private double[][] run(Map<String, double[]> values, String suffix) {
        double[] states = new double[steps * batch * hidden];
        double[] lastCells = new double[batch * hidden];
        for (int b = 0; b < batch; b++) {
            double[] h = start(values.get("h"), b);
            double[] c = start(values.get("c"), b);
            for (int order = 0; order < steps; order++) {
                int column = (reverse ? steps - 1 - order : order) * batch + b;
                double[] x = new double[inputSize];
                System.arraycopy(values.get("input"), column * inputSize, x, 0, inputSize);
                double[] fromInput =
                        affine(
                                values.get("weight_ih_l0" + suffix),
                                values.get("bias_ih_l0" + suffix),
                                x);
                double[] fromHidden =
                        affine(
                                values.get("weight_hh_l0" + suffix),
                                values.get("bias_hh_l0" + suffix),
                                h);
                for (int k = 0; k < hidden; k++) {
                    switch (cell) {
                        case LSTM -> lstm(fromInput, fromHidden, h, c, k);
                        case GRU -> gru(fromInput, fromHidden, h, k);
                    }
                }
                System.arraycopy(h, 0, states, column * hidden, hidden);
            }
            System.arraycopy(c, 0, lastCells, b * hidden, hidden);
        }
        return new double[][] {states, lastCells};
    }

    private double[] start(double[] states, int b) {
        double[] state = new double[hidden];
        if (states != null) {
            System.arraycopy(states, b * hidden, state, 0, hidden);
        }
        return state;
    }

    private void lstm(double[] a, double[] u, double[] h, double[] c, int k) {
        double i = sigmoid(a[k] + u[k]);
        double f = sigmoid(a[hidden + k] + u[hidden + k]);
        double g = Math.tanh(a[2 * hidden + k] + u[2 * hidden + k]);
        double o = sigmoid(a[3 * hidden + k] + u[3 * hidden + k]);
        c[k] = f * c[k] + i * g;
        h[k] = o * Math.tanh(c[k]);
    }

    private void gru(double[] a, double[] u, double[] h, int k) {
        double r = sigmoid(a[k] + u[k]);
        double z = sigmoid(a[hidden + k] + u[hidden + k]);
        double n = Math.tanh(a[2 * hidden + k] + r * u[2 * hidden + k]);
        h[k] = (1 - z) * n + z * h[k];
    }

    static double[] affine(double[] weight, double[] bias, double[] x) {
        double[] y = bias.clone();
        for (int row = 0; row < y.length; row++) {
            for (int k = 0; k < x.length; k++) {
                y[row] += weight[row * x.length + k] * x[k];
            }
        }
        return y;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
