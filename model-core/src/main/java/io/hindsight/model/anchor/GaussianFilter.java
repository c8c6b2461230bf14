package io.hindsight.model.anchor;

import java.util.Arrays;

/**
 * The Kalman recursion of y_t = Σ_k A_k y_{t−k} + u_t + e_t, e ~ N(0, Q), in double precision. The
 * state is x = (y_t, …, y_{t−p+1}) [p, N] with the covariance P [n, n] of its first n values: all
 * of them, or those of the last slot alone.
 *
 * <pre>
 *   predict   y ← Σ_k A_k y_{t−k} + u,   P ← F P Fᵀ + Q,   F the companion matrix cut to n
 *   observe   one channel d at a time:  g = P_{·d} / √(P_dd + R_d),  x ← x + g (z − y_d)/√(P_dd + R_d),  P ← P − g gᵀ
 * </pre>
 *
 * <p>Safe for ever: P ← P − g gᵀ and the mirrored prediction keep P symmetric to the last bit; R is
 * positive, so that no gain divides by nothing, whatever rounding left on the diagonal; a variance
 * beyond {@link #MOST_VARIANCE} scales all of P down, which keeps it positive; and means are
 * limited to ±{@link #MOST_MEAN}, so that no unstable A runs away in a long silence.
 *
 * <p>Sums run in a fixed order and use only +, −, ·, / and √, so that all machines give the same
 * bits. Owns scratch; serves one thread; allocates nothing after construction.
 */
public final class GaussianFilter {
    /** Largest variance of a value, in squared z units. */
    public static final double MOST_VARIANCE = 64;

    /** Largest |y|, in z units. */
    public static final double MOST_MEAN = 16;

    private final int channels;
    private final int order;
    private final int n;
    private final double[] transition;
    private final double[] transposed;
    private final double[] noise;
    private final double[] measurement;
    private final double[] product;
    private final double[] top;
    private final double[] gain;
    private final double[] next;

    /**
     * @param transition A [p, N, N]: row i of A_k is what channel i takes from lag k
     * @param noise Q [N, N], symmetric, positive semidefinite; the lower triangle is read
     * @param measurement R [N], positive
     */
    public GaussianFilter(
            int channels,
            int order,
            int covarianceSlots,
            float[] transition,
            float[] noise,
            float[] measurement) {
        this.channels = channels;
        this.order = order;
        this.n = channels * covarianceSlots;
        this.transition = new double[channels * order * channels];
        for (int k = 0; k < order; k++) {
            for (int i = 0; i < channels; i++) {
                for (int j = 0; j < channels; j++) {
                    this.transition[i * order * channels + k * channels + j] =
                            transition[(k * channels + i) * channels + j];
                }
            }
        }
        this.transposed = new double[n * channels];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < channels; i++) {
                transposed[k * channels + i] = this.transition[i * order * channels + k];
            }
        }
        this.noise = new double[channels * channels];
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j <= i; j++) {
                this.noise[i * channels + j] = noise[i * channels + j];
                this.noise[j * channels + i] = noise[i * channels + j];
            }
        }
        this.measurement = new double[channels];
        Arrays.setAll(this.measurement, d -> measurement[d]);
        this.product = new double[channels * n];
        this.top = new double[channels];
        this.gain = new double[n];
        this.next = new double[channels];
    }

    /** Moves on by one slot. */
    public void predict(double[] lags, double[] covariance, double[] drift) {
        int width = order * channels;
        for (int i = 0; i < channels; i++) {
            double sum = drift[i];
            for (int k = 0; k < width; k++) {
                sum += transition[i * width + k] * lags[k];
            }
            next[i] = Math.min(Math.max(sum, -MOST_MEAN), MOST_MEAN);
        }
        System.arraycopy(lags, 0, lags, channels, width - channels);
        System.arraycopy(next, 0, lags, 0, channels);
        multiplyTransition(covariance);
        shift(covariance);
        addNoise(covariance);
        limit(covariance);
    }

    /** product ← F P, the first N rows. */
    private void multiplyTransition(double[] covariance) {
        Arrays.fill(product, 0);
        int width = order * channels;
        for (int i = 0; i < channels; i++) {
            int row = i * n;
            for (int k = 0; k < n; k++) {
                addRow(transition[i * width + k], covariance, k * n, product, row, n);
            }
        }
    }

    private static void addRow(
            double factor, double[] from, int fromRow, double[] to, int toRow, int length) {
        for (int j = 0; j < length; j++) {
            to[toRow + j] += factor * from[fromRow + j];
        }
    }

    /** The covariance of older slots moves down by a slot; the newest one's with them comes in. */
    private void shift(double[] covariance) {
        for (int row = n - 1; row >= channels; row--) {
            System.arraycopy(
                    covariance, (row - channels) * n, covariance, row * n + channels, n - channels);
        }
        for (int i = 0; i < channels; i++) {
            for (int j = channels; j < n; j++) {
                double value = product[i * n + j - channels];
                covariance[i * n + j] = value;
                covariance[j * n + i] = value;
            }
        }
    }

    /** The newest slot's own covariance, F P Fᵀ + Q. */
    private void addNoise(double[] covariance) {
        for (int i = 0; i < channels; i++) {
            System.arraycopy(noise, i * channels, top, 0, channels);
            for (int k = 0; k < n; k++) {
                addRow(product[i * n + k], transposed, k * channels, top, 0, i + 1);
            }
            for (int j = 0; j <= i; j++) {
                covariance[i * n + j] = top[j];
                covariance[j * n + i] = top[j];
            }
        }
    }

    private void limit(double[] covariance) {
        double most = 0;
        for (int i = 0; i < channels; i++) {
            most = Math.max(most, covariance[i * n + i]);
        }
        if (most > MOST_VARIANCE) {
            double factor = MOST_VARIANCE / most;
            for (int k = 0; k < covariance.length; k++) {
                covariance[k] *= factor;
            }
        }
    }

    /** Takes one channel's value of the newest slot in. */
    public void observe(double[] lags, double[] covariance, int d, double y) {
        double deviation = deviation(covariance, d);
        for (int i = 0; i < n; i++) {
            gain[i] = covariance[d * n + i] / deviation;
        }
        double innovation = (y - lags[d]) / deviation;
        for (int i = 0; i < n; i++) {
            lags[i] += gain[i] * innovation;
        }
        for (int i = 0; i < n; i++) {
            subtractRow(gain[i], gain, covariance, i * n, n);
        }
    }

    private static void subtractRow(double factor, double[] row, double[] to, int at, int length) {
        for (int j = 0; j < length; j++) {
            to[at + j] -= factor * row[j];
        }
    }

    /** √(P_dd + R_d) of a channel of the newest slot: how far a reading of it may be off. */
    public double deviation(double[] covariance, int d) {
        return Math.sqrt(Math.max(covariance[d * n + d], 0) + measurement[d]);
    }
}
