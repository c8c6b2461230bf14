package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    @Test
    void agreesWithNumericIntegrationOfTheDensity() {
        for (double t = 0; t < 60; t += 0.37) {
            double exact = 2 * integrateFrom(t);
            assertThat(StudentT.twoSidedTail(t))
                    .as("t=%s", t)
                    .isCloseTo(exact, within(1e-9 * exact));
            assertThat(StudentT.twoSidedTail(-t)).isEqualTo(StudentT.twoSidedTail(t));
        }
    }

    @Test
    void agreesWithTheTables() {
        // Two-sided critical values for four degrees of freedom.
        assertThat(StudentT.twoSidedTail(0)).isEqualTo(1);
        assertThat(StudentT.twoSidedTail(2.131847)).isCloseTo(0.1, within(1e-7));
        assertThat(StudentT.twoSidedTail(2.776445)).isCloseTo(0.05, within(1e-7));
        assertThat(StudentT.twoSidedTail(4.604095)).isCloseTo(0.01, within(1e-8));
        assertThat(StudentT.twoSidedTail(8.610302)).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void centralQuantilesAreThoseOfTheTables() {
        assertThat(StudentT.centralQuantile(0.5)).isCloseTo(0.740697, within(1e-6));
        assertThat(StudentT.centralQuantile(0.8)).isCloseTo(1.533206, within(1e-6));
        assertThat(StudentT.centralQuantile(0.9)).isCloseTo(2.131847, within(1e-6));
        assertThat(StudentT.centralQuantile(0.99)).isCloseTo(4.604095, within(1e-6));
    }

    @Test
    void aCentralQuantileLeavesTheRestInTheTails() {
        for (double share = 0.001; share < 1; share += 0.001) {
            assertThat(StudentT.twoSidedTail(StudentT.centralQuantile(share)))
                    .as("share=%s", share)
                    .isCloseTo(1 - share, within(1e-12));
        }
        assertThat(StudentT.centralQuantile(0)).isZero();
    }

    @Test
    void doesNotCancelFarOut() {
        for (double t = 1e3; t < 1e75; t *= 10) {
            // 6/t⁴·(1 − 40/(3·t²)…): the leading term is exact to 1e-4 from 1e3 on.
            assertThat(StudentT.twoSidedTail(t) * t * t * t * t).isCloseTo(6, within(1e-4));
        }
    }

    @Test
    void endsAtZeroAndLetsNaNThrough() {
        assertThat(StudentT.twoSidedTail(Double.MAX_VALUE)).isZero();
        assertThat(StudentT.twoSidedTail(Double.POSITIVE_INFINITY)).isZero();
        assertThat(StudentT.twoSidedTail(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StudentT.twoSidedTail(Double.NaN)).isNaN();
    }

    /** ∫ from t of 3/8·(1 + x²/4)^(−5/2), by x = t + u/(1 − u) and Simpson's rule. */
    private static double integrateFrom(double t) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double u = (double) i / n;
            double x = t + u / (1 - u);
            double f = 0.375 * Math.pow(1 + x * x / 4, -2.5) / ((1 - u) * (1 - u));
            sum += f * (i == 0 ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum / (3 * n);
    }

    @Test
    void aCentralQuantileIsTheInverseOfTheTail() {
        assertThat(StudentT.centralQuantile(0.9)).isCloseTo(2.131847, within(1e-6));
        assertThat(StudentT.centralQuantile(0.99)).isCloseTo(4.604095, within(1e-6));
        assertThat(StudentT.centralQuantile(0)).isCloseTo(0, within(1e-6));
        for (double p = 1e-6; p < 1; p *= 1.5) {
            double t = StudentT.centralQuantile(1 - p);
            assertThat(StudentT.twoSidedTail(t)).isCloseTo(p, within(1e-6 * p));
        }
    }
}
