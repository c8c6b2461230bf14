package io.hindsight.model.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.fixtures.NaiveCell;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrentCellTest {
    private static final int STEPS = 30;

    @ParameterizedTest
    @EnumSource
    void agreesWithTheEquationsForEveryHiddenSize(CellKind kind) {
        for (int hiddenSize = 1; hiddenSize <= 70; hiddenSize++) {
            check(kind, 1 + hiddenSize * 7 % 50, hiddenSize, hiddenSize);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheEquationsForEveryInputSize(CellKind kind) {
        for (int inputSize = 1; inputSize <= 50; inputSize++) {
            check(kind, inputSize, 1 + inputSize * 11 % 70, 1000 + inputSize);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsOnEveryRunAndInEveryCell(CellKind kind) {
        Parts parts = new Parts(kind, 13, 37, 5);
        RecurrentCell one = parts.weights().newCell();
        RecurrentCell other = parts.weights().newCell();
        float[] h1 = new float[37];
        float[] c1 = new float[37];
        float[] h2 = new float[37];
        float[] c2 = new float[37];
        Random random = new Random(9);
        for (int step = 0; step < 20_000; step++) {
            float[] x = uniform(random, 13, 2);
            one.step(x, h1, c1);
            other.step(x, h2, c2);
            if (step % 1000 == 0) {
                // a cell that has just been made, and runs interpreted, among compiled ones
                other = parts.weights().newCell();
            }
            assertThat(h1).as("step %d", step).isEqualTo(h2);
            assertThat(c1).as("step %d", step).isEqualTo(c2);
        }
    }

    @Test
    void leavesTheCellStateOfAGruAlone() {
        float[] c = {1, 2, 3};
        new Parts(CellKind.GRU, 2, 3, 1)
                .weights()
                .newCell()
                .step(new float[] {1, -1}, new float[3], c);
        assertThat(c).containsExactly(1, 2, 3);
    }

    @Test
    void refusesWeightsThatDoNotFollowFromTheSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CellWeights(
                                        CellKind.GRU,
                                        2,
                                        3,
                                        new float[18],
                                        new float[26],
                                        new float[9],
                                        new float[9]))
                .withMessage("weight_hh_l0 must have 27 values: 26");
    }

    @Test
    void knowsItsKindsByTheirLabels() {
        for (CellKind kind : CellKind.values()) {
            assertThat(CellKind.of(kind.label())).isEqualTo(kind);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CellKind.of("LSTM"))
                .withMessage("cell must be lstm or gru: LSTM");
    }

    private static void check(CellKind kind, int inputSize, int hiddenSize, long seed) {
        Parts parts = new Parts(kind, inputSize, hiddenSize, seed);
        RecurrentCell cell = parts.weights().newCell();
        assertThat(cell.inputSize()).isEqualTo(inputSize);
        assertThat(cell.hiddenSize()).isEqualTo(hiddenSize);
        NaiveCell oracle =
                new NaiveCell(
                        kind, inputSize, hiddenSize, parts.ih, parts.hh, parts.bih, parts.bhh);
        float[] h = new float[hiddenSize];
        float[] c = new float[hiddenSize];
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            float[] x = uniform(random, inputSize, 3);
            double[] exact = new double[inputSize];
            for (int k = 0; k < inputSize; k++) {
                exact[k] = x[k];
            }
            cell.step(x, h, c);
            oracle.step(exact);
            for (int k = 0; k < hiddenSize; k++) {
                assertThat((double) h[k])
                        .as("%s I=%d H=%d seed=%d step=%d", kind, inputSize, hiddenSize, seed, step)
                        .isCloseTo(oracle.h[k], within(5e-6));
            }
        }
    }

    static float[] uniform(Random random, int length, float bound) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = bound * (2 * random.nextFloat() - 1);
        }
        return values;
    }

    /** One layer's parameters, uniform within ±1/√H as PyTorch starts them. */
    private static final class Parts {
        private final CellKind kind;
        private final int inputSize;
        private final int hiddenSize;
        private final float[] ih;
        private final float[] hh;
        private final float[] bih;
        private final float[] bhh;

        Parts(CellKind kind, int inputSize, int hiddenSize, long seed) {
            this.kind = kind;
            this.inputSize = inputSize;
            this.hiddenSize = hiddenSize;
            Random random = new Random(seed);
            float bound = (float) (1 / Math.sqrt(hiddenSize));
            int rows = kind.gates() * hiddenSize;
            ih = uniform(random, rows * inputSize, bound);
            hh = uniform(random, rows * hiddenSize, bound);
            bih = uniform(random, rows, bound);
            bhh = uniform(random, rows, bound);
        }

        CellWeights weights() {
            return new CellWeights(kind, inputSize, hiddenSize, ih, hh, bih, bhh);
        }
    }
}
