package io.hindsight.model.recurrent;

/**
 * Layer normalisation (Ba, Kiros and Hinton 2016) of one vector: y = w ∘ (x − mean(x)) / √(var(x) +
 * 1e-5) + b, with the biased variance, as PyTorch's. Sums run in double precision, in order.
 */
public final class LayerNorm {
    private static final double EPSILON = 1e-5;

    private final float[] weight;
    private final float[] bias;

    /**
     * @param weight w [n]; copied
     * @param bias b [n]; copied
     */
    public LayerNorm(float[] weight, float[] bias) {
        if (weight.length != bias.length) {
            throw new IllegalArgumentException(
                    "weight and bias must be of one length: weight="
                            + weight.length
                            + ", bias="
                            + bias.length);
        }
        this.weight = weight.clone();
        this.bias = bias.clone();
    }

    public int size() {
        return weight.length;
    }

    /**
     * @param x at least n long
     * @param y receives n values
     */
    public void apply(float[] x, float[] y) {
        int n = weight.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = x[i] - mean;
            squares += off * off;
        }
        double inverse = 1 / Math.sqrt(squares / n + EPSILON);
        for (int i = 0; i < n; i++) {
            y[i] = (float) (weight[i] * ((x[i] - mean) * inverse) + bias[i]);
        }
    }
}
