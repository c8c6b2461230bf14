package io.hindsight.benchmarks;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.recurrent.RecurrentCell;

/** The ways to write a cell that are compared. */
public enum CellForm {
    /** The one that runs in the job. */
    PRODUCT {
        @Override
        Step step(Layer layer) {
            RecurrentCell cell = layer.weights().newCell();
            return cell::step;
        }
    },
    /** Four columns in a pass, rational tanh: the fastest plain Java that was found. */
    REFERENCE {
        @Override
        Step step(Layer layer) {
            return layer.kind == CellKind.LSTM
                    ? new FourColumnLstm(layer)::step
                    : new FourColumnGru(layer)::step;
        }
    },
    /** One column in a pass over one flat array, {@link Math#tanh}. */
    FLAT_AXPY {
        @Override
        Step step(Layer layer) {
            return new PlainCell(layer, true)::step;
        }
    },
    /** A dot product for each row, {@link Math#tanh}. */
    NAIVE_DOT {
        @Override
        Step step(Layer layer) {
            return new PlainCell(layer, false)::step;
        }
    };

    abstract Step step(Layer layer);

    /** (x, h, c) → (h, c), in place. */
    @FunctionalInterface
    interface Step {
        void step(float[] x, float[] h, float[] c);
    }
}
