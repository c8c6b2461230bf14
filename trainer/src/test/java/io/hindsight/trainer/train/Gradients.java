package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Compares every gradient with the slope of the same loss, worked out in double precision. */
public final class Gradients {
    private static final double TOLERANCE = 1e-4;

    /** Below this share of a matrix's greatest gradient an element is judged as if it were that. */
    private static final double LEAST_SHARE = 0.02;

    private static final double STEP = 1e-3;

    private Gradients() {}

    /** The parameters' values by their names, row-major. */
    public static Map<String, double[]> values(Parameters parameters) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), doubles(parameter.rowMajor()));
        }
        return values;
    }

    public static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int k = 0; k < floats.length; k++) {
            doubles[k] = floats[k];
        }
        return doubles;
    }

    /**
     * @param values all that the loss depends on, the parameters' among them
     */
    public static void check(
            Parameters parameters,
            Map<String, double[]> values,
            ToDoubleFunction<Map<String, double[]>> loss) {
        for (Parameter parameter : parameters) {
            float[] gradient = parameter.gradient().toArray();
            double[] slopes = slopes(values, values.get(parameter.name()), loss);
            double most = 0;
            for (double slope : slopes) {
                most = Math.max(most, Math.abs(slope));
            }
            int rows = parameter.value().rows();
            int columns = parameter.value().columns();
            for (int k = 0; k < slopes.length; k++) {
                float one = gradient[k % columns * rows + k / columns];
                double size = Math.max(Math.abs(slopes[k]), LEAST_SHARE * most);
                assertThat(Math.abs(one - slopes[k]))
                        .as("%s[%d]: %s against %s", parameter.name(), k, one, slopes[k])
                        .isLessThanOrEqualTo(TOLERANCE * size);
            }
        }
    }

    /** Central differences of two widths, so that the error's first term cancels. */
    private static double[] slopes(
            Map<String, double[]> values,
            double[] at,
            ToDoubleFunction<Map<String, double[]>> loss) {
        double[] slopes = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            double narrow = difference(values, at, k, STEP, loss);
            slopes[k] = (4 * narrow - difference(values, at, k, 2 * STEP, loss)) / 3;
        }
        return slopes;
    }

    private static double difference(
            Map<String, double[]> values,
            double[] at,
            int k,
            double step,
            ToDoubleFunction<Map<String, double[]>> loss) {
        double kept = at[k];
        at[k] = kept + step;
        double higher = loss.applyAsDouble(values);
        at[k] = kept - step;
        double lower = loss.applyAsDouble(values);
        at[k] = kept;
        return (higher - lower) / (2 * step);
    }
}
