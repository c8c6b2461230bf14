package io.hindsight.model.recurrent;

/**
 * One recurrent layer's parameters in PyTorch's layout, before they are arranged for speed.
 *
 * <p>G is {@link CellKind#gates()}: blocks of H rows in the order i, f, g, o (LSTM) or r, z, n
 * (GRU).
 */
public final class CellWeights {
    final CellKind kind;
    final int inputSize;
    final int hiddenSize;
    final float[] weightIh;
    final float[] weightHh;
    final float[] biasIh;
    final float[] biasHh;

    /**
     * @param weightIh [G·H, I], row-major
     * @param weightHh [G·H, H], row-major
     * @param biasIh [G·H]
     * @param biasHh [G·H]
     * @throws IllegalArgumentException if a length does not follow from the sizes
     */
    public CellWeights(
            CellKind kind,
            int inputSize,
            int hiddenSize,
            float[] weightIh,
            float[] weightHh,
            float[] biasIh,
            float[] biasHh) {
        int rows = kind.gates() * hiddenSize;
        requireLength("weight_ih_l0", weightIh, rows * inputSize);
        requireLength("weight_hh_l0", weightHh, rows * hiddenSize);
        requireLength("bias_ih_l0", biasIh, rows);
        requireLength("bias_hh_l0", biasHh, rows);
        this.kind = kind;
        this.inputSize = inputSize;
        this.hiddenSize = hiddenSize;
        this.weightIh = weightIh.clone();
        this.weightHh = weightHh.clone();
        this.biasIh = biasIh.clone();
        this.biasHh = biasHh.clone();
    }

    /** A cell with scratch of its own: one for each thread. */
    public RecurrentCell newCell() {
        return switch (kind) {
            case LSTM -> new LstmCell(this);
            case GRU -> new GruCell(this);
        };
    }

    private static void requireLength(String name, float[] values, int expected) {
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    name + " must have " + expected + " values: " + values.length);
        }
    }
}
