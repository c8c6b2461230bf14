package io.hindsight.model.recurrent;

/**
 * LSTM (Hochreiter and Schmidhuber 1997; forget gate: Gers, Schmidhuber and Cummins 2000), as in
 * PyTorch's {@code nn.LSTM}:
 *
 * <pre>
 *   i, f, o = sigmoid(W x + U h + b)      g = tanh(W x + U h + b)
 *   c' = f∘c + i∘g                        h' = o∘tanh(c')
 * </pre>
 *
 * <p>All four gates come from one product over [x ; h]. The rows of i, f and o are halved when the
 * weights are loaded, since sigmoid(a) = ½ + ½·tanh(a/2): one tanh loop then serves every gate.
 * Gates are copied into arrays of their own; C2 does not vectorise loops over one array at four
 * offsets.
 */
public final class LstmCell implements RecurrentCell {
    private final int inputSize;
    private final int hiddenSize;
    private final ColumnProduct product;
    private final float[] xh;
    private final float[] gates;
    private final float[] i;
    private final float[] f;
    private final float[] g;
    private final float[] o;
    private final float[] tanhC;

    LstmCell(CellWeights weights) {
        inputSize = weights.inputSize;
        hiddenSize = weights.hiddenSize;
        product = product(weights);
        xh = new float[ColumnProduct.paddedLength(inputSize + hiddenSize)];
        gates = new float[4 * hiddenSize];
        i = new float[hiddenSize];
        f = new float[hiddenSize];
        g = new float[hiddenSize];
        o = new float[hiddenSize];
        tanhC = new float[hiddenSize];
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
        product.multiply(xh, gates);
        Tanh.apply(gates, gates, 4 * n);
        System.arraycopy(gates, 0, i, 0, n);
        System.arraycopy(gates, n, f, 0, n);
        System.arraycopy(gates, 2 * n, g, 0, n);
        System.arraycopy(gates, 3 * n, o, 0, n);
        remember(i, f, g, c, n);
        Tanh.apply(c, tanhC, n);
        expose(o, tanhC, h, n);
    }

    private static void remember(float[] i, float[] f, float[] g, float[] c, int n) {
        for (int k = 0; k < n; k++) {
            c[k] = (0.5f + 0.5f * f[k]) * c[k] + (0.5f + 0.5f * i[k]) * g[k];
        }
    }

    private static void expose(float[] o, float[] tanhC, float[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = (0.5f + 0.5f * o[k]) * tanhC[k];
        }
    }

    private static ColumnProduct product(CellWeights w) {
        int rows = 4 * w.hiddenSize;
        int columns = w.inputSize + w.hiddenSize;
        float[] weights = new float[rows * columns];
        float[] bias = new float[rows];
        for (int n = 0; n < rows; n++) {
            boolean tanhGate = n / w.hiddenSize == 2;
            float half = tanhGate ? 1f : 0.5f;
            for (int k = 0; k < w.inputSize; k++) {
                weights[n * columns + k] = half * w.weightIh[n * w.inputSize + k];
            }
            for (int k = 0; k < w.hiddenSize; k++) {
                weights[n * columns + w.inputSize + k] = half * w.weightHh[n * w.hiddenSize + k];
            }
            bias[n] = half * (w.biasIh[n] + w.biasHh[n]);
        }
        return new ColumnProduct(weights, bias, rows, columns);
    }
}
