package io.hindsight.trainer.nets;

import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * New parameters in PyTorch's names: recurrent weights uniform in ±1/sqrt(hidden) with the forget
 * gate's bias raised by one, heads zero, so that an untrained net answers with its base value.
 */
public final class Shapes {
    private Shapes() {}

    /** The student of a spec: one layer, {@code norm}, {@code predict} and {@code impute}. */
    public static Parameters student(StudentSpec spec, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int hidden = spec.hiddenSize();
        return Parameters.of(
                Stream.of(
                                layer(spec.cell(), "", hidden, spec.inputSize(), random),
                                LayerNorm.newParameters("norm", hidden),
                                head("predict", spec.answerSize(), hidden + spec.priorSize()),
                                head("impute", spec.gatedHeadSize(), hidden + spec.inputSize()))
                        .flatMap(part -> part));
    }

    static Stream<Parameter> head(String name, int rows, int columns) {
        return Stream.of(
                Parameter.zeros(name + ".weight", rows, columns),
                Parameter.zeros(name + ".bias", rows, 1));
    }

    static Stream<Parameter> layer(
            CellKind cell, String suffix, int hidden, int inputSize, SplittableRandom random) {
        int rows = cell.gates() * hidden;
        Parameter inputBias = uniform("bias_ih_l0" + suffix, rows, 1, hidden, random);
        if (cell == CellKind.LSTM) {
            float[] values = inputBias.rowMajor();
            for (int k = hidden; k < 2 * hidden; k++) {
                values[k] += 1;
            }
            inputBias.setRowMajor(values);
        }
        return Stream.of(
                uniform("weight_ih_l0" + suffix, rows, inputSize, hidden, random),
                uniform("weight_hh_l0" + suffix, rows, hidden, hidden, random),
                inputBias,
                uniform("bias_hh_l0" + suffix, rows, 1, hidden, random));
    }

    private static Parameter uniform(
            String name, int rows, int columns, int hidden, SplittableRandom random) {
        Parameter parameter = Parameter.zeros(name, rows, columns);
        float[] values = new float[rows * columns];
        double bound = 1 / Math.sqrt(hidden);
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        parameter.setRowMajor(values);
        return parameter;
    }

    /** One layer of a kind over whole windows. */
    static RecurrentLayer layer(
            CellKind cell,
            Parameters parameters,
            String suffix,
            int steps,
            int batch,
            boolean reverse) {
        return switch (cell) {
            case LSTM -> new LstmLayer(parameters, suffix, steps, batch, reverse);
            case GRU -> new GruLayer(parameters, suffix, steps, batch, reverse);
        };
    }
}
