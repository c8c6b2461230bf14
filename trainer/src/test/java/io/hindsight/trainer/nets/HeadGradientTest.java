package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every gradient of what stands above and between the recurrent layers. */
class HeadGradientTest {
    private static final int COLUMNS = 5;
    private static final int ROWS = 7;

    @Test
    void layerNormIsWhatTheEquationsSay() {
        Slopes slopes = new Slopes(HeadGradientTest::normalised);
        float[] rows = Slopes.random(ROWS * COLUMNS, 3, 1);
        try (Parameters parameters =
                        Parameters.of(
                                Stream.of(
                                        random("norm.weight", ROWS, 1),
                                        random("norm.bias", ROWS, 1)));
                LayerNorm norm = new LayerNorm(parameters, "norm", COLUMNS);
                Matrix input = new Matrix(ROWS, COLUMNS);
                Matrix inputGradient = new Matrix(ROWS, COLUMNS)) {
            slopes.with(parameters).with("input", rows);
            input.write(rows);
            float[] outputs = norm.forward(input).toArray();
            slopes.assertOutputs(outputs);

            norm.outputGradient().write(Slopes.lossGradient(outputs));
            norm.backward();
            norm.addInputGradient(inputGradient);
            slopes.assertGradients(parameters);
            slopes.assertGradient("input", inputGradient.toArray());
        }
    }

    @Test
    void layerNormAddsToWhatTheInputsGradientHolds() {
        float[] rows = Slopes.random(ROWS * COLUMNS, 3, 1);
        try (Parameters parameters = Parameters.of(LayerNorm.newParameters("norm", ROWS));
                LayerNorm norm = new LayerNorm(parameters, "norm", COLUMNS);
                Matrix input = new Matrix(ROWS, COLUMNS);
                Matrix once = new Matrix(ROWS, COLUMNS);
                Matrix twice = new Matrix(ROWS, COLUMNS)) {
            input.write(rows);
            norm.forward(input);
            norm.outputGradient().write(Slopes.random(ROWS * COLUMNS, 1, 2));
            norm.addInputGradient(once);
            norm.addInputGradient(twice);
            norm.addInputGradient(twice);
            float[] single = once.toArray();
            float[] sum = twice.toArray();
            for (int k = 0; k < sum.length; k++) {
                assertThat(sum[k]).isEqualTo(2 * single[k]);
            }
        }
    }

    @Test
    void aNewLayerNormGivesColumnsOfMeanZeroAndDeviationOne() {
        try (Parameters parameters = Parameters.of(LayerNorm.newParameters("norm", 4));
                LayerNorm norm = new LayerNorm(parameters, "norm", 2);
                Matrix input = new Matrix(4, 2)) {
            input.write(new float[] {1, 2, 3, 4, 70, 70, 70, 70});
            assertThat(norm.forward(input).toArray())
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(-1.34164f, -0.44721f, 0.44721f, 1.34164f, 0, 0, 0, 0);
        }
    }

    @Test
    void linearHeadIsWhatItsEquationSays() {
        Slopes slopes =
                new Slopes(
                        values ->
                                affine(
                                        values,
                                        joined(values.get("left"), 3, values.get("right"), 4)));
        float[] leftRows = Slopes.random(3 * COLUMNS, 2, 3);
        float[] rightRows = Slopes.random(4 * COLUMNS, 2, 4);
        try (Parameters parameters = head(2, 7);
                LinearHead head = new LinearHead(parameters, "head", COLUMNS, 3, 4);
                Matrix left = new Matrix(3, COLUMNS);
                Matrix right = new Matrix(4, COLUMNS);
                Matrix leftGradient = new Matrix(3, COLUMNS);
                Matrix rightGradient = new Matrix(4, COLUMNS)) {
            slopes.with(parameters).with("left", leftRows).with("right", rightRows);
            left.write(leftRows);
            right.write(rightRows);
            float[] outputs = head.forward(left, right).toArray();
            slopes.assertOutputs(outputs);

            head.outputGradient().write(Slopes.lossGradient(outputs));
            head.backward(left, right);
            head.addPartGradient(0, leftGradient);
            head.addPartGradient(1, rightGradient);
            slopes.assertGradients(parameters);
            slopes.assertGradient("left", leftGradient.toArray());
            slopes.assertGradient("right", rightGradient.toArray());
        }
    }

    @Test
    void gatedHeadIsWhatItsEquationSays() {
        int channels = 2;
        Slopes slopes = new Slopes(values -> gated(affine(values, values.get("input")), channels));
        float[] rows = Slopes.random(ROWS * COLUMNS, 2, 5);
        try (Parameters parameters = head(4 * channels, ROWS);
                GatedHead head = new GatedHead(parameters, "head", COLUMNS, ROWS);
                Matrix input = new Matrix(ROWS, COLUMNS);
                Matrix inputGradient = new Matrix(ROWS, COLUMNS)) {
            slopes.with(parameters).with("input", rows);
            input.write(rows);
            float[] outputs = head.forward(input).toArray();
            slopes.assertOutputs(outputs);

            head.backward(Slopes.lossGradient(outputs), input);
            head.addPartGradient(0, inputGradient);
            slopes.assertGradients(parameters);
            slopes.assertGradient("input", inputGradient.toArray());
        }
    }

    private static double[] normalised(Map<String, double[]> values) {
        double[] x = values.get("input");
        double[] y = new double[x.length];
        for (int from = 0; from < x.length; from += ROWS) {
            double mean = 0;
            for (int row = 0; row < ROWS; row++) {
                mean += x[from + row] / ROWS;
            }
            double variance = 0;
            for (int row = 0; row < ROWS; row++) {
                variance += (x[from + row] - mean) * (x[from + row] - mean) / ROWS;
            }
            for (int row = 0; row < ROWS; row++) {
                y[from + row] =
                        (x[from + row] - mean)
                                        / Math.sqrt(variance + 1e-5)
                                        * values.get("norm.weight")[row]
                                + values.get("norm.bias")[row];
            }
        }
        return y;
    }

    private static double[] gated(double[] rows, int channels) {
        double[] answers = new double[rows.length / 2];
        for (int k = 0; k < answers.length; k++) {
            int from = k / (2 * channels) * 4 * channels;
            int row = k % (2 * channels);
            answers[k] = rows[from + row];
            if (row < channels) {
                answers[k] +=
                        PlainRecurrent.sigmoid(rows[from + 2 * channels + row])
                                * rows[from + 3 * channels + row];
            }
        }
        return answers;
    }

    private static double[] affine(Map<String, double[]> values, double[] input) {
        double[] weight = values.get("head.weight");
        double[] bias = values.get("head.bias");
        int width = weight.length / bias.length;
        double[] outputs = new double[input.length / width * bias.length];
        double[] x = new double[width];
        for (int column = 0; column < input.length / width; column++) {
            System.arraycopy(input, column * width, x, 0, width);
            double[] y = PlainRecurrent.affine(weight, bias, x);
            System.arraycopy(y, 0, outputs, column * y.length, y.length);
        }
        return outputs;
    }

    private static double[] joined(double[] left, int leftRows, double[] right, int rightRows) {
        int rows = leftRows + rightRows;
        double[] both = new double[left.length + right.length];
        for (int column = 0; column < left.length / leftRows; column++) {
            System.arraycopy(left, column * leftRows, both, column * rows, leftRows);
            System.arraycopy(right, column * rightRows, both, column * rows + leftRows, rightRows);
        }
        return both;
    }

    private static Parameters head(int rows, int columns) {
        return Parameters.of(
                Stream.of(random("head.weight", rows, columns), random("head.bias", rows, 1)));
    }

    private static Parameter random(String name, int rows, int columns) {
        Parameter parameter = Parameter.zeros(name, rows, columns);
        parameter.setRowMajor(Slopes.random(rows * columns, 0.7, name.hashCode()));
        return parameter;
    }
}
