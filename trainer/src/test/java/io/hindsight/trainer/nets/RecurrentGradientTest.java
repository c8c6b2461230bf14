package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.model.recurrent.CellKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentGradientTest {
    private static final int INPUT = 3;
    private static final int HIDDEN = 5;
    private static final int STEPS = 6;
    private static final int BATCH = 2;

    record Case(CellKind cell, boolean reverse, boolean started) {}

    static Stream<Case> cases() {
        return Stream.of(CellKind.values())
                .flatMap(
                        cell ->
                                Stream.of(
                                        new Case(cell, false, false),
                                        new Case(cell, false, true),
                                        new Case(cell, true, false),
                                        new Case(cell, true, true)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void statesAndAllGradientsAreThoseOfTheEquations(Case one) {
        PlainRecurrent plain =
                new PlainRecurrent(one.cell(), INPUT, HIDDEN, STEPS, BATCH, one.reverse());
        Slopes slopes = new Slopes(values -> plain.states(values, ""));
        float[] rows = Slopes.random(INPUT * STEPS * BATCH, 2, 7);
        float[] h = Slopes.random(HIDDEN * BATCH, 1, 8);
        float[] c = Slopes.random(HIDDEN * BATCH, 1.5, 9);
        try (Parameters parameters = parameters(one.cell());
                RecurrentLayer layer =
                        Shapes.layer(one.cell(), parameters, "", STEPS, BATCH, one.reverse());
                Matrix input = new Matrix(INPUT, STEPS * BATCH);
                Matrix inputGradient = new Matrix(INPUT, STEPS * BATCH)) {
            slopes.with(parameters).with("input", rows);
            input.write(rows);
            if (one.started()) {
                slopes.with("h", h).with("c", c);
                layer.start(h, c);
            }
            layer.forward(input);
            float[] states = layer.after().toArray();
            slopes.assertOutputs(states);
            if (one.cell() == CellKind.LSTM) {
                layer.end(h, c);
                slopes.assertOutputs(c, plain.lastCells(slopes.values(), ""));
            }

            layer.clearGradients();
            layer.afterGradient().write(Slopes.lossGradient(states));
            layer.backward(input, inputGradient);
            slopes.assertGradients(parameters);
            slopes.assertGradient("input", inputGradient.toArray());
        }
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void aWindowInTwoPartsIsTheWindowInOne(CellKind cell) {
        int block = HIDDEN * BATCH;
        float[] rows = Slopes.random(INPUT * STEPS * BATCH, 2, 17);
        float[] h = new float[block];
        float[] c = new float[block];
        try (Parameters parameters = parameters(cell);
                RecurrentLayer whole = Shapes.layer(cell, parameters, "", STEPS, BATCH, false);
                RecurrentLayer half = Shapes.layer(cell, parameters, "", STEPS / 2, BATCH, false);
                Matrix input = new Matrix(INPUT, STEPS * BATCH)) {
            input.write(rows);
            whole.forward(input);
            float[] states = whole.after().toArray();

            int columns = STEPS / 2 * BATCH;
            half.forward(input.columns(0, columns));
            half.end(h, c);
            half.start(h, c);
            half.forward(input.columns(columns, 2 * columns));
            half.end(h, c);
            float[] late = half.after().toArray();
            for (int k = 0; k < late.length; k++) {
                assertThat(late[k]).isEqualTo(states[late.length + k]);
            }
            for (int k = 0; k < block; k++) {
                assertThat(h[k]).isEqualTo(states[states.length - block + k]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CellKind.class)
    void aClearedStartIsZeroAgain(CellKind cell) {
        float[] state = Slopes.random(HIDDEN * BATCH, 1, 5);
        try (Parameters parameters = parameters(cell);
                RecurrentLayer layer = Shapes.layer(cell, parameters, "", STEPS, BATCH, true);
                Matrix input = new Matrix(INPUT, STEPS * BATCH)) {
            layer.forward(input);
            float[] fromZero = layer.after().toArray();
            layer.start(state, state);
            layer.forward(input);
            assertThat(layer.after().toArray()).isNotEqualTo(fromZero);
            layer.clearStart();
            layer.forward(input);
            assertThat(layer.after().toArray()).isEqualTo(fromZero);
        }
    }

    @Test
    void aStateOfAnotherSizeIsRefused() {
        try (Parameters parameters = parameters(CellKind.LSTM);
                RecurrentLayer layer =
                        Shapes.layer(CellKind.LSTM, parameters, "", STEPS, BATCH, false)) {
            assertThatThrownBy(() -> layer.start(new float[3], new float[10]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("h must hold hidden * batch values: 5 * 2, has=3");
        }
    }

    private static Parameters parameters(CellKind cell) {
        int rows = cell.gates() * HIDDEN;
        return Parameters.of(
                Stream.of(
                        random("weight_ih_l0", rows, INPUT),
                        random("weight_hh_l0", rows, HIDDEN),
                        random("bias_ih_l0", rows, 1),
                        random("bias_hh_l0", rows, 1)));
    }

    private static Parameter random(String name, int rows, int columns) {
        Parameter parameter = Parameter.zeros(name, rows, columns);
        parameter.setRowMajor(Slopes.random(rows * columns, 0.7, name.hashCode()));
        return parameter;
    }
}
