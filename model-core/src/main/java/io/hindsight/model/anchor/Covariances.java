package io.hindsight.model.anchor;

/** Tells covariances from other matrices. */
public final class Covariances {
    private Covariances() {}

    /**
     * Factorises Q + diag(R) as Cholesky did, to see whether it can be: then Q is positive
     * semidefinite but for what R covers.
     *
     * @param matrix Q [n, n]; the lower triangle is read
     * @param jitter R, positive, of which n values are read, again from the start where it ends
     * @throws IllegalArgumentException if it cannot
     */
    public static void require(String name, float[] matrix, float[] jitter) {
        int n = (int) Math.round(Math.sqrt(matrix.length));
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * n + j] + (i == j ? jitter[i % jitter.length] : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * n + k] * factor[j * n + k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException(
                            name + " must be a covariance: it is not positive in row " + i);
                }
                factor[i * n + j] = i == j ? Math.sqrt(sum) : sum / factor[j * n + j];
            }
        }
    }
}
