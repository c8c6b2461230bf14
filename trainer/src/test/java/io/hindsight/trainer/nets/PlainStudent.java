package io.hindsight.trainer.nets;

import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.Map;

/**
 * The student as its equations say, in double precision. Reads its parameters by their names,
 * row-major, and {@code input}, {@code prior} and, if there is one, the start {@code h} and {@code
 * c}.
 */
public final class PlainStudent {
    private final StudentSpec spec;
    private final int steps;
    private final int batch;
    private final PlainRecurrent layer;

    public PlainStudent(StudentSpec spec, int steps, int batch) {
        this.spec = spec;
        this.steps = steps;
        this.batch = batch;
        this.layer =
                new PlainRecurrent(
                        spec.cell(), spec.inputSize(), spec.hiddenSize(), steps, batch, false);
    }

    /** h after each step, [steps][batch][hidden]. */
    public double[] states(Map<String, double[]> values) {
        return layer.states(values, "");
    }

    /** c after the last step, [batch][hidden]; of a GRU what it began with. */
    public double[] lastCells(Map<String, double[]> values) {
        return layer.lastCells(values, "");
    }

    /** For each step and lane D means, then D log scales. */
    public double[] predictions(Map<String, double[]> values) {
        double[] after = states(values);
        double[] before = new double[after.length];
        int block = batch * spec.hiddenSize();
        if (values.containsKey("h")) {
            System.arraycopy(values.get("h"), 0, before, 0, block);
        }
        System.arraycopy(after, 0, before, block, (steps - 1) * block);
        return head(values, "predict", before, "prior", spec.priorSize());
    }

    /** For each step and lane D means, then D log scales. */
    public double[] imputations(Map<String, double[]> values) {
        double[] rows = head(values, "impute", states(values), "input", spec.inputSize());
        int channels = spec.answeredCount();
        double[] answers = new double[rows.length / 2];
        for (int k = 0; k < answers.length; k++) {
            int row = k % (2 * channels);
            int from = k / (2 * channels) * 4 * channels;
            answers[k] = rows[from + row];
            if (row < channels) {
                double gate = PlainRecurrent.sigmoid(rows[from + 2 * channels + row]);
                answers[k] += gate * rows[from + 3 * channels + row];
            }
        }
        return answers;
    }

    /** For each step and lane what it guesses of a teacher's backward state. */
    public double[] signals(Map<String, double[]> values) {
        return head(values, "signal", states(values), "input", 0);
    }

    private double[] head(
            Map<String, double[]> values, String name, double[] states, String rows, int size) {
        double[] weight = values.get(name + ".weight");
        double[] bias = values.get(name + ".bias");
        int hidden = spec.hiddenSize();
        double[] answers = new double[steps * batch * bias.length];
        for (int column = 0; column < steps * batch; column++) {
            double[] h = Arrays.copyOfRange(states, column * hidden, (column + 1) * hidden);
            double[] x = Arrays.copyOf(normed(values, h), hidden + size);
            System.arraycopy(values.get(rows), column * size, x, hidden, size);
            double[] answer = PlainRecurrent.affine(weight, bias, x);
            System.arraycopy(answer, 0, answers, column * bias.length, bias.length);
        }
        return answers;
    }

    private static double[] normed(Map<String, double[]> values, double[] h) {
        double mean = Arrays.stream(h).sum() / h.length;
        double squares = Arrays.stream(h).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / h.length + 1e-5);
        double[] normed = new double[h.length];
        for (int k = 0; k < h.length; k++) {
            double n = (h[k] - mean) / deviation;
            normed[k] = values.get("norm.weight")[k] * n + values.get("norm.bias")[k];
        }
        return normed;
    }
}
