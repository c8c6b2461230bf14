package io.hindsight.trainer.nets;

/**
 * The imputation head: of four linear answers to each channel, rows μ, l, g and v, it makes the
 * mean μ + sigmoid(g)∘v and passes the log scale l on.
 *
 * <pre>
 *   d loss / d g = d loss / d mean ∘ v ∘ s(1 − s),   d loss / d v = d loss / d mean ∘ s,   s = sigmoid(g)
 * </pre>
 */
final class GatedHead implements AutoCloseable {
    private final LinearHead linear;
    private final int channels;
    private final Matrix answer;
    private final float[] rows;
    private final float[] answers;
    private final float[] rowGradient;

    GatedHead(Parameters parameters, String name, int columns, int... widths) {
        this.linear = new LinearHead(parameters, name, columns, widths);
        this.channels = parameters.get(name + ".bias").value().rows() / 4;
        this.answer = new Matrix(2 * channels, columns);
        this.rows = new float[4 * channels * columns];
        this.answers = new float[2 * channels * columns];
        this.rowGradient = new float[rows.length];
    }

    /** Means and log scales, [2D, columns]. */
    Matrix forward(Matrix... parts) {
        linear.forward(parts).read(rows);
        for (int from = 0, to = 0; from < rows.length; from += 4 * channels, to += 2 * channels) {
            for (int d = 0; d < channels; d++) {
                float open = sigmoid(rows[from + 2 * channels + d]);
                answers[to + d] = rows[from + d] + open * rows[from + 3 * channels + d];
                answers[to + channels + d] = rows[from + channels + d];
            }
        }
        answer.write(answers);
        return answer;
    }

    /**
     * Sets the parameters' gradients.
     *
     * @param gradient of the loss by the answers, [2D] for each column
     */
    void backward(float[] gradient, Matrix... parts) {
        for (int from = 0, to = 0; from < rows.length; from += 4 * channels, to += 2 * channels) {
            for (int d = 0; d < channels; d++) {
                float open = sigmoid(rows[from + 2 * channels + d]);
                float mean = gradient[to + d];
                rowGradient[from + d] = mean;
                rowGradient[from + channels + d] = gradient[to + channels + d];
                rowGradient[from + 2 * channels + d] =
                        mean * rows[from + 3 * channels + d] * open * (1 - open);
                rowGradient[from + 3 * channels + d] = mean * open;
            }
        }
        linear.outputGradient().write(rowGradient);
        linear.backward(parts);
    }

    /** Adds what reaches one part to its gradient. */
    void addPartGradient(int part, Matrix gradient) {
        linear.addPartGradient(part, gradient);
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    @Override
    public void close() {
        linear.close();
        answer.close();
    }
}
