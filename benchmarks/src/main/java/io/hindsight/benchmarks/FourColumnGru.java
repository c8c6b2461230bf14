package io.hindsight.benchmarks;

/** The reference form of the GRU: four columns in a pass, rational tanh, and no more. */
final class FourColumnGru {
    private final int hiddenSize;
    private final float[][] inputColumns;
    private final float[][] hiddenColumns;
    private final float[] biasIh;
    private final float[] biasHh;
    private final float[] fromInput;
    private final float[] fromHidden;
    private final float[] rz;
    private final float[] r;
    private final float[] z;
    private final float[] newFromInput;
    private final float[] newFromHidden;

    FourColumnGru(Layer layer) {
        hiddenSize = layer.hiddenSize;
        int rows = 3 * hiddenSize;
        inputColumns = FourColumns.columns(layer.weightIh, rows, layer.inputSize);
        hiddenColumns = FourColumns.columns(layer.weightHh, rows, hiddenSize);
        biasIh = layer.biasIh.clone();
        biasHh = layer.biasHh.clone();
        fromInput = new float[rows];
        fromHidden = new float[rows];
        rz = new float[2 * hiddenSize];
        r = new float[hiddenSize];
        z = new float[hiddenSize];
        newFromInput = new float[hiddenSize];
        newFromHidden = new float[hiddenSize];
    }

    void step(float[] x, float[] h, float[] unused) {
        int n = hiddenSize;
        FourColumns.first(biasIh, inputColumns, x, fromInput, 3 * n);
        FourColumns.rest(inputColumns, 4, x, fromInput, 3 * n);
        FourColumns.first(biasHh, hiddenColumns, h, fromHidden, 3 * n);
        FourColumns.rest(hiddenColumns, 4, h, fromHidden, 3 * n);
        halfSum(fromInput, fromHidden, rz, 2 * n);
        FourColumns.tanh(rz, 2 * n);
        System.arraycopy(rz, 0, r, 0, n);
        System.arraycopy(rz, n, z, 0, n);
        System.arraycopy(fromInput, 2 * n, newFromInput, 0, n);
        System.arraycopy(fromHidden, 2 * n, newFromHidden, 0, n);
        reset(r, newFromHidden, newFromInput, n);
        FourColumns.tanh(newFromInput, n);
        blend(z, newFromInput, h, n);
    }

    private static void halfSum(float[] a, float[] b, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = 0.5f * (a[k] + b[k]);
        }
    }

    private static void reset(float[] r, float[] fromHidden, float[] candidate, int n) {
        for (int k = 0; k < n; k++) {
            candidate[k] += (0.5f + 0.5f * r[k]) * fromHidden[k];
        }
    }

    private static void blend(float[] z, float[] candidate, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            float keep = 0.5f + 0.5f * z[k];
            h[k] = candidate[k] + keep * (h[k] - candidate[k]);
        }
    }
}
