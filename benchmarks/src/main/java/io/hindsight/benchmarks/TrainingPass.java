package io.hindsight.benchmarks;

import io.hindsight.trainer.nets.GruLayer;
import io.hindsight.trainer.nets.LstmLayer;
import io.hindsight.trainer.nets.Matrix;
import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.RecurrentLayer;
import java.util.stream.Stream;

/** One batch of a {@link TrainingProblem} with the trainer's layers, on the calling thread. */
final class TrainingPass implements AutoCloseable {
    private static final int COLUMNS = TrainingProblem.STEPS * TrainingProblem.BATCH;
    private static final int HIDDEN = TrainingProblem.HIDDEN;

    private final float[] targets;
    private final Parameters parameters;
    private final Matrix input = new Matrix(TrainingProblem.INPUTS, COLUMNS);
    private final RecurrentLayer forwards;
    private final RecurrentLayer backwards;
    private final float[] states = new float[HIDDEN * COLUMNS];
    private double loss;

    TrainingPass(TrainingProblem problem) {
        this.targets = problem.targets;
        this.parameters =
                Parameters.of(
                        Stream.concat(
                                parameters(problem.forwards, ""),
                                parameters(problem.backwards, "_reverse")));
        this.forwards = layer(problem, "", false);
        this.backwards = layer(problem, "_reverse", true);
        input.write(problem.inputs);
    }

    private static Stream<Parameter> parameters(Layer layer, String suffix) {
        int rows = layer.kind.gates() * HIDDEN;
        return Stream.of(
                parameter("weight_ih_l0" + suffix, rows, layer.inputSize, layer.weightIh),
                parameter("weight_hh_l0" + suffix, rows, HIDDEN, layer.weightHh),
                parameter("bias_ih_l0" + suffix, rows, 1, layer.biasIh),
                parameter("bias_hh_l0" + suffix, rows, 1, layer.biasHh));
    }

    private static Parameter parameter(String name, int rows, int columns, float[] values) {
        Parameter parameter = Parameter.zeros(name, rows, columns);
        parameter.setRowMajor(values);
        return parameter;
    }

    private RecurrentLayer layer(TrainingProblem problem, String suffix, boolean reverse) {
        int steps = TrainingProblem.STEPS;
        int batch = TrainingProblem.BATCH;
        return switch (problem.kind) {
            case LSTM -> new LstmLayer(parameters, suffix, steps, batch, reverse);
            case GRU -> new GruLayer(parameters, suffix, steps, batch, reverse);
        };
    }

    /** Forwards, the loss, and backwards to all gradients. */
    void run() {
        forwards.forward(input);
        backwards.forward(input);
        loss = 0;
        learn(forwards, 0);
        learn(backwards, HIDDEN);
    }

    private void learn(RecurrentLayer layer, int part) {
        layer.after().read(states);
        float scale = 1f / (COLUMNS * HIDDEN);
        for (int column = 0; column < COLUMNS; column++) {
            int from = column * HIDDEN;
            int target = 2 * from + part;
            float squares = 0;
            for (int row = 0; row < HIDDEN; row++) {
                float error = states[from + row] - targets[target + row];
                squares += error * error;
                states[from + row] = scale * error;
            }
            loss += 0.5 * scale * squares;
        }
        layer.clearGradients();
        layer.afterGradient().write(states);
        layer.backward(input, null);
    }

    /** The last batch's mean squared error. */
    double loss() {
        return loss;
    }

    /** The global norm of the last batch's gradient. */
    double gradientNorm() {
        double squares = 0;
        for (Parameter parameter : parameters) {
            for (float g : parameter.gradient().toArray()) {
                squares += (double) g * g;
            }
        }
        return Math.sqrt(squares);
    }

    @Override
    public void close() {
        forwards.close();
        backwards.close();
        input.close();
        parameters.close();
    }
}
