package io.hindsight.benchmarks.detect;

/** The complementary error function of what is not negative, to a relative error below 1.2e-7. */
final class Erfc {
    /** Chebyshev's fit of Press et al., "Numerical Recipes", 2nd edition, section 6.2. */
    private static final double[] COEFFICIENTS = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private Erfc() {}

    static double of(double x) {
        double t = 1 / (1 + 0.5 * x);
        double sum = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = sum * t + COEFFICIENTS[k];
        }
        return t * Math.exp(-x * x + sum);
    }
}
