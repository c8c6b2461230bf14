package io.hindsight.model.score.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningQuantileTest {
    @Test
    void findsTheQuantile() {
        long seed = 9;
        Random random = new Random(seed);
        RunningQuantile quantile = new RunningQuantile(0.95, 0.0005, 1e-3);
        float value = 5;
        for (int t = 0; t < 50_000; t++) {
            quantile.at(t);
            value = quantile.after(value, Math.abs(random.nextGaussian()));
        }
        assertThat(value).as("seed %d", seed).isCloseTo(1.96f, within(0.06f));
    }

    @Test
    void isMovedNoFurtherByAnOutlierThanByAnyOther() {
        RunningQuantile quantile = new RunningQuantile(0.8, 0.005, 0.05);
        quantile.at(10_000);

        assertThat(quantile.after(1, 1e30)).isEqualTo(quantile.after(1, 1.01));
        assertThat(quantile.after(1, 1e30)).isLessThan(1.005f);
    }

    @Test
    void neverFallsBelowTheLeast() {
        RunningQuantile quantile = new RunningQuantile(0.8, 0.005, 0.05);
        float value = 1;
        for (int t = 0; t < 10_000; t++) {
            quantile.at(t);
            value = quantile.after(value, 0);
        }
        assertThat(value).isEqualTo(0.05f);
    }

    @Test
    void takesItsFirstStepsLong() {
        RunningQuantile quantile = new RunningQuantile(0.8, 0.005, 0.05);
        quantile.at(0);
        float first = quantile.after(1, 2);
        quantile.at(100_000);

        assertThat(first).isGreaterThan(1.2f);
        assertThat(quantile.after(1, 2)).isEqualTo((float) StrictMath.exp(0.004));
    }
}
