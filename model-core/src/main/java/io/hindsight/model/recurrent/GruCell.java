package io.hindsight.model.recurrent;

/**
 * GRU (Cho 2014) with the reset gate after the product, as in cuDNN and PyTorch's {@code nn.GRU}:
 *
 * <pre>
 *   r, z = sigmoid(W x + U h + b)
 *   n = tanh(W_n x + b_in + r∘(U_n h + b_hn))
 *   h' = (1 − z)∘n + z∘h
 * </pre>
 *
 * <p>The z here keeps the <em>old</em> state; in Cho's paper it keeps the new one. Two products
 * serve all three gates: one over x, one over h, since the reset gate scales U_n h + b_hn apart
 * from the rest. r and z are halved and summed on the way to their tanh, as in {@link LstmCell}.
 */
public final class GruCell implements RecurrentCell {
    private final int inputSize;
    private final int hiddenSize;
    private final ColumnProduct inputProduct;
    private final ColumnProduct hiddenProduct;
    private final float[] xPadded;
    private final float[] hPadded;
    private final float[] fromInput;
    private final float[] fromHidden;
    private final float[] rz;
    private final float[] r;
    private final float[] z;
    private final float[] candidate;
    private final float[] recalled;

    GruCell(CellWeights w) {
        inputSize = w.inputSize;
        hiddenSize = w.hiddenSize;
        int rows = 3 * hiddenSize;
        inputProduct = new ColumnProduct(w.weightIh, w.biasIh, rows, inputSize);
        hiddenProduct = new ColumnProduct(w.weightHh, w.biasHh, rows, hiddenSize);
        xPadded = new float[ColumnProduct.paddedLength(inputSize)];
        hPadded = new float[ColumnProduct.paddedLength(hiddenSize)];
        fromInput = new float[rows];
        fromHidden = new float[rows];
        rz = new float[2 * hiddenSize];
        r = new float[hiddenSize];
        z = new float[hiddenSize];
        candidate = new float[hiddenSize];
        recalled = new float[hiddenSize];
    }

    @Override
    public int inputSize() {
        return inputSize;
    }

    @Override
    public int hiddenSize() {
        return hiddenSize;
    }

    @Override
    public void step(float[] x, float[] h, float[] c) {
        int n = hiddenSize;
        System.arraycopy(x, 0, xPadded, 0, inputSize);
        System.arraycopy(h, 0, hPadded, 0, n);
        inputProduct.multiply(xPadded, fromInput);
        hiddenProduct.multiply(hPadded, fromHidden);
        halfSum(fromInput, fromHidden, rz, 2 * n);
        Tanh.apply(rz, rz, 2 * n);
        System.arraycopy(rz, 0, r, 0, n);
        System.arraycopy(rz, n, z, 0, n);
        System.arraycopy(fromInput, 2 * n, candidate, 0, n);
        System.arraycopy(fromHidden, 2 * n, recalled, 0, n);
        reset(r, recalled, candidate, n);
        Tanh.apply(candidate, candidate, n);
        blend(z, candidate, h, n);
    }

    private static void halfSum(float[] a, float[] b, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = 0.5f * (a[k] + b[k]);
        }
    }

    private static void reset(float[] r, float[] recalled, float[] candidate, int n) {
        for (int k = 0; k < n; k++) {
            candidate[k] += (0.5f + 0.5f * r[k]) * recalled[k];
        }
    }

    private static void blend(float[] z, float[] candidate, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            float keep = 0.5f + 0.5f * z[k];
            h[k] = (1f - keep) * candidate[k] + keep * h[k];
        }
    }
}
