package io.hindsight.benchmarks;

/** The reference form of the LSTM: four columns in a pass, rational tanh, and no more. */
final class FourColumnLstm {
    private final int hiddenSize;
    private final float[][] fromInput;
    private final float[][] fromHidden;
    private final float[] bias;
    private final float[] gates;
    private final float[] i;
    private final float[] f;
    private final float[] g;
    private final float[] o;
    private final float[] tanhC;

    FourColumnLstm(Layer layer) {
        hiddenSize = layer.hiddenSize;
        int rows = 4 * hiddenSize;
        float[] ih = layer.weightIh.clone();
        float[] hh = layer.weightHh.clone();
        bias = new float[rows];
        for (int n = 0; n < rows; n++) {
            float half = n / hiddenSize == 2 ? 1f : 0.5f;
            bias[n] = half * (layer.biasIh[n] + layer.biasHh[n]);
            for (int k = 0; k < layer.inputSize; k++) {
                ih[n * layer.inputSize + k] *= half;
            }
            for (int k = 0; k < hiddenSize; k++) {
                hh[n * hiddenSize + k] *= half;
            }
        }
        fromInput = FourColumns.columns(ih, rows, layer.inputSize);
        fromHidden = FourColumns.columns(hh, rows, hiddenSize);
        gates = new float[rows];
        i = new float[hiddenSize];
        f = new float[hiddenSize];
        g = new float[hiddenSize];
        o = new float[hiddenSize];
        tanhC = new float[hiddenSize];
    }

    void step(float[] x, float[] h, float[] c) {
        int n = hiddenSize;
        FourColumns.first(bias, fromInput, x, gates, 4 * n);
        FourColumns.rest(fromInput, 4, x, gates, 4 * n);
        FourColumns.rest(fromHidden, 0, h, gates, 4 * n);
        FourColumns.tanh(gates, 4 * n);
        System.arraycopy(gates, 0, i, 0, n);
        System.arraycopy(gates, n, f, 0, n);
        System.arraycopy(gates, 2 * n, g, 0, n);
        System.arraycopy(gates, 3 * n, o, 0, n);
        cellState(i, f, g, c, tanhC, n);
        FourColumns.tanh(tanhC, n);
        hiddenState(o, tanhC, h, n);
    }

    private static void cellState(float[] i, float[] f, float[] g, float[] c, float[] copy, int n) {
        for (int k = 0; k < n; k++) {
            float next = (0.5f + 0.5f * f[k]) * c[k] + (0.5f + 0.5f * i[k]) * g[k];
            c[k] = next;
            copy[k] = next;
        }
    }

    private static void hiddenState(float[] o, float[] tanhC, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = (0.5f + 0.5f * o[k]) * tanhC[k];
        }
    }
}
