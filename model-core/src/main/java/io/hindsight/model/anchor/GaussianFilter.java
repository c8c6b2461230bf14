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
    private final double[][] transition;
    private final double[][] transposed;
    private final double[][] noise;
    private final double[] measurement;
    private final double[][] product;
    private final double[] top;
    private final double[][] gains;
    private final int[] taken;
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
        this.transition = new double[channels][order * channels];
        for (int k = 0; k < order; k++) {
            for (int i = 0; i < channels; i++) {
                for (int j = 0; j < channels; j++) {
                    this.transition[i][k * channels + j] =
                            transition[(k * channels + i) * channels + j];
                }
            }
        }
        this.transposed = new double[n][channels];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < channels; i++) {
                transposed[k][i] = this.transition[i][k];
            }
        }
        this.noise = new double[channels][channels];
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j <= i; j++) {
                this.noise[i][j] = noise[i * channels + j];
                this.noise[j][i] = noise[i * channels + j];
            }
        }
        this.measurement = new double[channels];
        Arrays.setAll(this.measurement, d -> measurement[d]);
        this.product = new double[channels][n];
        this.top = new double[channels];
        this.gains = new double[channels][n];
        this.taken = new int[n];
        this.next = new double[channels];
    }

    /** Moves on by one slot. */
    public void predict(double[] lags, double[][] covariance, double[] drift) {
        int width = order * channels;
        for (int i = 0; i < channels; i++) {
            double[] row = transition[i];
            double sum = drift[i];
            for (int k = 0; k < width; k++) {
                sum += row[k] * lags[k];
            }
            next[i] = Math.min(Math.max(sum, -MOST_MEAN), MOST_MEAN);
        }
        System.arraycopy(lags, 0, lags, channels, width - channels);
        System.arraycopy(next, 0, lags, 0, channels);
        for (int i = 0; i < channels; i++) {
            Arrays.fill(product[i], 0);
            addRows(transition[i], covariance, product[i]);
        }
        shift(covariance);
        addNoise(covariance);
        limit(covariance);
    }

    /** The covariance of older slots moves down by a slot; the newest one's with them comes in. */
    private void shift(double[][] covariance) {
        for (int row = n - 1; row >= channels; row--) {
            System.arraycopy(
                    covariance[row - channels], 0, covariance[row], channels, n - channels);
        }
        for (int i = 0; i < channels; i++) {
            System.arraycopy(product[i], 0, covariance[i], channels, n - channels);
            for (int j = channels; j < n; j++) {
                covariance[j][i] = product[i][j - channels];
            }
        }
    }

    /** The newest slot's own covariance, F P Fᵀ + Q. */
    private void addNoise(double[][] covariance) {
        for (int i = 0; i < channels; i++) {
            System.arraycopy(noise[i], 0, top, 0, channels);
            addRows(product[i], transposed, top);
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = top[j];
                covariance[j][i] = top[j];
            }
        }
    }

    private void limit(double[][] covariance) {
        double most = 0;
        for (int i = 0; i < channels; i++) {
            most = Math.max(most, covariance[i][i]);
        }
        if (most > MOST_VARIANCE) {
            double factor = MOST_VARIANCE / most;
            for (double[] row : covariance) {
                for (int j = 0; j < n; j++) {
                    row[j] *= factor;
                }
            }
        }
    }

    /**
     * Takes values of the newest slot in, one channel after the other. A row of P is brought up to
     * date when its own channel's turn comes; the others wait for the end, where four gains are
     * taken off in one pass, in their order.
     *
     * @param y [N], NaN where nothing was seen
     */
    public void observe(double[] lags, double[][] covariance, double[] y) {
        Arrays.fill(taken, 0);
        int count = 0;
        for (int d = 0; d < channels; d++) {
            if (!Double.isNaN(y[d])) {
                double[] own = covariance[d];
                subtractGains(d, 0, count, own);
                taken[d] = count;
                double deviation = deviation(covariance, d);
                double innovation = (y[d] - lags[d]) / deviation;
                double[] gain = gains[count++];
                for (int i = 0; i < n; i++) {
                    gain[i] = own[i] / deviation;
                    lags[i] += gain[i] * innovation;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            subtractGains(i, taken[i], count, covariance[i]);
        }
    }

    /** Takes from row i of P what gains from {@code from} up to {@code end} tell of it. */
    private void subtractGains(int i, int from, int end, double[] row) {
        int k = from;
        for (; k + 4 <= end; k += 4) {
            subtractFour(gains[k], gains[k + 1], gains[k + 2], gains[k + 3], i, row);
        }
        for (; k < end; k++) {
            subtractRow(gains[k][i], gains[k], row);
        }
    }

    /**
     * to += Σ factors[k] · rows[k], in the order of k for as many rows as there are. Four rows a
     * pass, each an array of its own: so the compiler makes SIMD code of it.
     */
    private void addRows(double[] factors, double[][] rows, double[] to) {
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            addFour(factors, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], k, to);
        }
        for (; k < n; k++) {
            addRow(factors[k], rows[k], to);
        }
    }

    private static void addFour(
            double[] factors, double[] a, double[] b, double[] c, double[] d, int k, double[] to) {
        double fa = factors[k];
        double fb = factors[k + 1];
        double fc = factors[k + 2];
        double fd = factors[k + 3];
        for (int j = 0; j < to.length; j++) {
            to[j] = to[j] + fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    private static void addRow(double factor, double[] row, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * row[j];
        }
    }

    private static void subtractFour(
            double[] a, double[] b, double[] c, double[] d, int i, double[] from) {
        double fa = a[i];
        double fb = b[i];
        double fc = c[i];
        double fd = d[i];
        for (int j = 0; j < from.length; j++) {
            from[j] = from[j] - fa * a[j] - fb * b[j] - fc * c[j] - fd * d[j];
        }
    }

    private static void subtractRow(double factor, double[] row, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] -= factor * row[j];
        }
    }

    /** √(P_dd + R_d) of a channel of the newest slot: how far a reading of it may be off. */
    public double deviation(double[][] covariance, int d) {
        return Math.sqrt(Math.max(covariance[d][d], 0) + measurement[d]);
    }
}
