package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Compares a layer's gradients with the slopes of a plain version of it in double precision. The
 * loss is 0.5 sum(y²) + sum(cos(k) y_k) over the outputs y.
 */
final class Slopes {
    /** Half of what counts as a wrong gradient: 1e-4 off must be found in every element. */
    private static final double TOLERANCE = 5e-5;

    /** Below this share of a matrix's greatest gradient an element is judged as if it were that. */
    private static final double LEAST_SHARE = 0.02;

    private static final double STEP = 1e-3;

    /** All that the outputs depend on, by name: parameters in row-major order, inputs, states. */
    private final Map<String, double[]> values = new LinkedHashMap<>();

    private final Function<Map<String, double[]>, double[]> plain;

    Slopes(Function<Map<String, double[]>, double[]> plain) {
        this.plain = plain;
    }

    /** Random values that are float32 already. */
    static float[] random(int size, double reach, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int k = 0; k < size; k++) {
            values[k] = (float) (reach * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    Slopes with(String name, float[] given) {
        double[] copy = new double[given.length];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = given[k];
        }
        values.put(name, copy);
        return this;
    }

    Slopes with(Parameters parameters) {
        parameters.forEach(parameter -> with(parameter.name(), parameter.rowMajor()));
        return this;
    }

    static float[] lossGradient(float[] outputs) {
        float[] gradient = new float[outputs.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = (float) (outputs[k] + Math.cos(k));
        }
        return gradient;
    }

    Map<String, double[]> values() {
        return values;
    }

    private double loss() {
        double[] outputs = plain.apply(values);
        double sum = 0;
        for (int k = 0; k < outputs.length; k++) {
            sum += outputs[k] * (0.5 * outputs[k] + Math.cos(k));
        }
        return sum;
    }

    void assertOutputs(float[] outputs) {
        assertOutputs(outputs, plain.apply(values));
    }

    void assertOutputs(float[] outputs, double[] expected) {
        assertThat(outputs).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat(Math.abs(outputs[k] - expected[k])).as("output %d", k).isLessThan(5e-6);
        }
    }

    void assertGradients(Parameters parameters) {
        for (Parameter parameter : parameters) {
            Matrix gradient = parameter.gradient();
            float[] byColumn = gradient.toArray();
            float[] byRow = new float[byColumn.length];
            for (int k = 0; k < byRow.length; k++) {
                int row = k / gradient.columns();
                byRow[k] = byColumn[k % gradient.columns() * gradient.rows() + row];
            }
            assertGradient(parameter.name(), byRow);
        }
    }

    void assertGradient(String name, float[] gradient) {
        double[] expected = slopes(values.get(name));
        assertThat(gradient).as(name).hasSameSizeAs(expected);
        double most = 0;
        for (double slope : expected) {
            most = Math.max(most, Math.abs(slope));
        }
        for (int k = 0; k < expected.length; k++) {
            double size = Math.max(Math.abs(expected[k]), LEAST_SHARE * most);
            assertThat(Math.abs(gradient[k] - expected[k]) / size)
                    .as("%s[%d]: %s against %s", name, k, gradient[k], expected[k])
                    .isLessThan(TOLERANCE);
        }
    }

    /** Central differences of two widths, so that the error's first term cancels. */
    private double[] slopes(double[] at) {
        double[] slopes = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            slopes[k] = (4 * difference(at, k, STEP) - difference(at, k, 2 * STEP)) / 3;
        }
        return slopes;
    }

    private double difference(double[] at, int k, double step) {
        double kept = at[k];
        at[k] = kept + step;
        double higher = loss();
        at[k] = kept - step;
        double lower = loss();
        at[k] = kept;
        return (higher - lower) / (2 * step);
    }
}
