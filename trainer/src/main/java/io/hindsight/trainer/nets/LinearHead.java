package io.hindsight.trainer.nets;

/**
 * out = W [x_1; x_2; ..] + b over all columns at once, where the parts x_k stay in matrices of
 * their own: a column-major W is cut into views, so nothing is copied together.
 */
public final class LinearHead implements AutoCloseable {
    private final Parameter bias;
    private final Matrix output;
    private final Matrix outputGradient;
    private final Matrix ones;
    private final Matrix[] weights;
    private final Matrix[] weightGradients;

    /**
     * @param widths the number of rows of each part
     */
    public LinearHead(Parameters parameters, String name, int columns, int... widths) {
        Parameter weight = parameters.get(name + ".weight");
        this.bias = parameters.get(name + ".bias");
        int rows = weight.value().rows();
        this.output = new Matrix(rows, columns);
        this.outputGradient = new Matrix(rows, columns);
        this.ones = new Matrix(1, columns);
        ones.fill(1);
        this.weights = new Matrix[widths.length];
        this.weightGradients = new Matrix[widths.length];
        int from = 0;
        for (int k = 0; k < widths.length; k++) {
            weights[k] = weight.value().columns(from, from + widths[k]);
            weightGradients[k] = weight.gradient().columns(from, from + widths[k]);
            from += widths[k];
        }
    }

    public Matrix forward(Matrix... parts) {
        Matrix.multiply(bias.value(), false, ones, false, 0, output);
        for (int k = 0; k < parts.length; k++) {
            Matrix.multiply(weights[k], false, parts[k], false, 1, output);
        }
        return output;
    }

    /** What the last forward pass answered. */
    Matrix output() {
        return output;
    }

    /** Where the caller puts the loss's gradient before {@link #backward}. */
    public Matrix outputGradient() {
        return outputGradient;
    }

    /** Sets the parameters' gradients. */
    public void backward(Matrix... parts) {
        Matrix.multiply(outputGradient, false, ones, true, 0, bias.gradient());
        for (int k = 0; k < parts.length; k++) {
            Matrix.multiply(outputGradient, false, parts[k], true, 0, weightGradients[k]);
        }
    }

    /** Adds what reaches one part to its gradient. */
    public void addPartGradient(int part, Matrix gradient) {
        Matrix.multiply(weights[part], true, outputGradient, false, 1, gradient);
    }

    @Override
    public void close() {
        output.close();
        outputGradient.close();
        ones.close();
    }
}
