package io.hindsight.model.recurrent;

import java.util.Locale;

/** The recurrent cells that a student may be made of. */
public enum CellKind {
    /** Long short-term memory (Hochreiter and Schmidhuber 1997, forget gate Gers 2000). */
    LSTM(4),
    /** Gated recurrent unit (Cho 2014), reset gate after the product as in cuDNN and PyTorch. */
    GRU(3);

    private final int gates;

    CellKind(int gates) {
        this.gates = gates;
    }

    /** Row blocks in {@code weight_ih_l0}: i, f, g, o for LSTM; r, z, n for GRU. */
    public int gates() {
        return gates;
    }

    /** The name in bundles and options, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException if no cell has this label
     */
    public static CellKind of(String label) {
        for (CellKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("cell must be lstm or gru: " + label);
    }
}
