package io.hindsight.model.recurrent;

import java.util.Arrays;

/**
 * GRU (Cho 2014) with the reset gate after the product, as in cuDNN and PyTorch's {@code nn.GRU}:
 *
 * <pre>
 *   r, z = sigmoid(W x + U h + b)
 *   n = tanh(W_n x + b_in + r∘(U_n h + b_hn))
 *   h' = (1 − z)∘n + z∘h
 * </pre>
 *
 * <p>The z here keeps the <em>old</em> state; in Cho's paper it keeps the new one. r and z come
 * from one product over [x ; h], halved as in {@link LstmCell}; the two halves of n from one each.
 */
public final class GruCell implements RecurrentCell {
    private final int inputSize;
    private final int hiddenSize;
    private final ColumnProduct resetUpdate;
    private final ColumnProduct newFromInput;
    private final ColumnProduct newFromHidden;
    private final float[] xh;
    private final float[] xPadded;
    private final float[] hPadded;
    private final float[] rz;
    private final float[] r;
    private final float[] z;
    private final float[] fromInput;
    private final float[] fromHidden;

    GruCell(CellWeights w) {
        inputSize = w.inputSize;
        hiddenSize = w.hiddenSize;
        int h = hiddenSize;
        resetUpdate = resetUpdate(w);
        newFromInput =
                new ColumnProduct(
                        Arrays.copyOfRange(w.weightIh, 2 * h * inputSize, 3 * h * inputSize),
                        Arrays.copyOfRange(w.biasIh, 2 * h, 3 * h),
                        h,
                        inputSize);
        newFromHidden =
                new ColumnProduct(
                        Arrays.copyOfRange(w.weightHh, 2 * h * h, 3 * h * h),
                        Arrays.copyOfRange(w.biasHh, 2 * h, 3 * h),
                        h,
                        h);
        xh = new float[ColumnProduct.paddedLength(inputSize + h)];
        xPadded = new float[ColumnProduct.paddedLength(inputSize)];
        hPadded = new float[ColumnProduct.paddedLength(h)];
        rz = new float[2 * h];
        r = new float[h];
        z = new float[h];
        fromInput = new float[h];
        fromHidden = new float[h];
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
        System.arraycopy(x, 0, xh, 0, inputSize);
        System.arraycopy(h, 0, xh, inputSize, n);
        System.arraycopy(x, 0, xPadded, 0, inputSize);
        System.arraycopy(h, 0, hPadded, 0, n);
        resetUpdate.multiply(xh, rz);
        Tanh.apply(rz, rz, 2 * n);
        System.arraycopy(rz, 0, r, 0, n);
        System.arraycopy(rz, n, z, 0, n);
        newFromInput.multiply(xPadded, fromInput);
        newFromHidden.multiply(hPadded, fromHidden);
        reset(r, fromHidden, fromInput, n);
        Tanh.apply(fromInput, fromInput, n);
        blend(z, fromInput, h, n);
    }

    private static void reset(float[] r, float[] fromHidden, float[] fromInput, int n) {
        for (int k = 0; k < n; k++) {
            fromInput[k] += (0.5f + 0.5f * r[k]) * fromHidden[k];
        }
    }

    private static void blend(float[] z, float[] candidate, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            float keep = 0.5f + 0.5f * z[k];
            h[k] = (1f - keep) * candidate[k] + keep * h[k];
        }
    }

    private static ColumnProduct resetUpdate(CellWeights w) {
        int rows = 2 * w.hiddenSize;
        int columns = w.inputSize + w.hiddenSize;
        float[] weights = new float[rows * columns];
        float[] bias = new float[rows];
        for (int n = 0; n < rows; n++) {
            for (int k = 0; k < w.inputSize; k++) {
                weights[n * columns + k] = 0.5f * w.weightIh[n * w.inputSize + k];
            }
            for (int k = 0; k < w.hiddenSize; k++) {
                weights[n * columns + w.inputSize + k] = 0.5f * w.weightHh[n * w.hiddenSize + k];
            }
            bias[n] = 0.5f * (w.biasIh[n] + w.biasHh[n]);
        }
        return new ColumnProduct(weights, bias, rows, columns);
    }
}
