package io.hindsight.model.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayerNormTest {

    @Test
    void agreesWithItsEquation() {
        long seed = 3;
        Random random = new Random(seed);
        for (int n = 1; n <= 70; n++) {
            float[] x = draw(random, n + 3);
            float[] weight = draw(random, n);
            float[] bias = draw(random, n);
            float[] y = new float[n + 3];
            new LayerNorm(weight, bias).apply(x, y);

            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[i] / (double) n;
            }
            double variance = 0;
            for (int i = 0; i < n; i++) {
                variance += Math.pow(x[i] - mean, 2) / n;
            }
            for (int i = 0; i < n; i++) {
                double expected = (x[i] - mean) / Math.sqrt(variance + 1e-5) * weight[i] + bias[i];
                assertThat((double) y[i])
                        .as("seed %d, n=%d", seed, n)
                        .isCloseTo(expected, within(3e-7 * Math.max(1, Math.abs(expected))));
            }
            assertThat(Arrays.copyOfRange(y, n, n + 3)).as("beyond n").containsOnly(0f);
        }
    }

    @Test
    void whatDoesNotVaryBecomesTheBias() {
        float[] y = new float[3];
        new LayerNorm(new float[] {1, 2, 3}, new float[] {4, 5, 6}).apply(new float[3], y);
        assertThat(y).containsExactly(4, 5, 6);
    }

    @Test
    void mayOverwriteItsInput() {
        float[] x = {1, -2, 4};
        float[] y = new float[3];
        LayerNorm norm = new LayerNorm(new float[] {1, 2, 3}, new float[3]);
        norm.apply(x, y);
        norm.apply(x, x);
        assertThat(x).isEqualTo(y);
    }

    @Test
    void sharesItsArraysWithNobodyAndRefusesTwoLengths() {
        float[] weight = {1, 1};
        LayerNorm norm = new LayerNorm(weight, new float[2]);
        weight[0] = 77;
        float[] y = new float[2];
        norm.apply(new float[] {1, -1}, y);
        assertThat(y[0]).isCloseTo(1, within(1e-4f));
        assertThat(norm.size()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerNorm(new float[2], new float[3]))
                .withMessageContaining("weight=2, bias=3");
    }

    private static float[] draw(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
