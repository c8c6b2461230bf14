package io.hindsight.trainer.nets;

import java.util.stream.Stream;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016) over the rows of each column, as PyTorch counts
 * it: with the biased variance and ε = 1e-5 under the root. Of a column x with R rows:
 *
 * <pre>
 *   n = (x - mean x) / sqrt(mean (x - mean x)² + ε),  y = γ n + β
 *   dγ = Σ dy n,  dβ = Σ dy  over the columns
 *   dx = (g - mean g - n mean(g n)) / sqrt(..),  g = γ dy
 * </pre>
 *
 * <p>Sums run in double precision in a fixed order, over rows in four strands, over columns from
 * left to right.
 */
public final class LayerNorm implements AutoCloseable {
    private static final double EPSILON = 1e-5;

    private final Parameter weight;
    private final Parameter bias;
    private final int rows;
    private final int columns;
    private final Matrix output;
    private final Matrix outputGradient;
    private final float[] normalised;
    private final float[] inverseDeviations;
    private final float[] work;

    /**
     * @param name whose {@code .weight} is γ and {@code .bias} β, of as many rows as the input has
     */
    public LayerNorm(Parameters parameters, String name, int columns) {
        this.weight = parameters.get(name + ".weight");
        this.bias = parameters.get(name + ".bias");
        this.rows = weight.value().rows();
        this.columns = columns;
        this.output = new Matrix(rows, columns);
        this.outputGradient = new Matrix(rows, columns);
        this.normalised = new float[rows * columns];
        this.inverseDeviations = new float[columns];
        this.work = new float[rows * columns];
    }

    /** γ of ones and β of zeros. */
    public static Stream<Parameter> newParameters(String name, int rows) {
        Parameter weight = Parameter.zeros(name + ".weight", rows, 1);
        weight.value().fill(1);
        return Stream.of(weight, Parameter.zeros(name + ".bias", rows, 1));
    }

    public Matrix forward(Matrix input) {
        float[] gamma = weight.value().toArray();
        float[] beta = bias.value().toArray();
        input.read(normalised);
        for (int column = 0; column < columns; column++) {
            int from = column * rows;
            float mean = (float) (sum(normalised, from, rows) / rows);
            for (int row = 0; row < rows; row++) {
                normalised[from + row] -= mean;
            }
            double variance = dot(normalised, normalised, from, rows) / rows;
            float inverse = (float) (1 / Math.sqrt(variance + EPSILON));
            inverseDeviations[column] = inverse;
            for (int row = 0; row < rows; row++) {
                float n = normalised[from + row] * inverse;
                normalised[from + row] = n;
                work[from + row] = gamma[row] * n + beta[row];
            }
        }
        output.write(work);
        return output;
    }

    /** Where the caller puts the loss's gradient before {@link #backward}. */
    public Matrix outputGradient() {
        return outputGradient;
    }

    /** Sets the parameters' gradients. */
    public void backward() {
        outputGradient.read(work);
        double[] ofWeight = new double[rows];
        double[] ofBias = new double[rows];
        for (int from = 0; from < work.length; from += rows) {
            for (int row = 0; row < rows; row++) {
                ofWeight[row] += work[from + row] * normalised[from + row];
                ofBias[row] += work[from + row];
            }
        }
        weight.gradient().write(floats(ofWeight));
        bias.gradient().write(floats(ofBias));
    }

    /** Adds what reaches the input to its gradient. */
    public void addInputGradient(Matrix gradient) {
        float[] gamma = weight.value().toArray();
        outputGradient.read(work);
        for (int column = 0; column < columns; column++) {
            int from = column * rows;
            for (int row = 0; row < rows; row++) {
                work[from + row] *= gamma[row];
            }
            float mean = (float) (sum(work, from, rows) / rows);
            float along = (float) (dot(work, normalised, from, rows) / rows);
            float inverse = inverseDeviations[column];
            for (int row = 0; row < rows; row++) {
                float n = normalised[from + row];
                work[from + row] = inverse * (work[from + row] - mean - n * along);
            }
        }
        gradient.add(work);
    }

    private static double sum(float[] values, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = from;
        for (; k + 3 < from + count; k += 4) {
            a += values[k];
            b += values[k + 1];
            c += values[k + 2];
            d += values[k + 3];
        }
        for (; k < from + count; k++) {
            a += values[k];
        }
        return (a + b) + (c + d);
    }

    private static double dot(float[] x, float[] y, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = from;
        for (; k + 3 < from + count; k += 4) {
            a += (double) x[k] * y[k];
            b += (double) x[k + 1] * y[k + 1];
            c += (double) x[k + 2] * y[k + 2];
            d += (double) x[k + 3] * y[k + 3];
        }
        for (; k < from + count; k++) {
            a += (double) x[k] * y[k];
        }
        return (a + b) + (c + d);
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = (float) values[k];
        }
        return result;
    }

    @Override
    public void close() {
        output.close();
        outputGradient.close();
    }
}
