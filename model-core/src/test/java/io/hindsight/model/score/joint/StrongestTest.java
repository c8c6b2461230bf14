package io.hindsight.model.score.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrongestTest {
    @Test
    void sumsTheStrongestAsSortingDoes() {
        long seed = 8;
        Random random = new Random(seed);
        Strongest strongest = new Strongest();
        for (int round = 0; round < 500; round++) {
            double[] values = new double[1 + random.nextInt(20)];
            // Small whole numbers, so that there are equal ones and sums are exact.
            Arrays.setAll(values, i -> random.nextInt(6));
            strongest.clear();
            Arrays.stream(values).forEach(strongest::add);

            assertThat(strongest.sum()).as("seed %d", seed).isEqualTo(sorted(values, -1));
            for (int left = 0; left < values.length; left++) {
                assertThat(strongest.sumWithout(values[left]))
                        .as("seed %d, without %d", seed, left)
                        .isEqualTo(sorted(values, left));
            }
        }
    }

    private static double sorted(double[] values, int left) {
        double[] kept = values.clone();
        if (left >= 0) {
            kept[left] = 0;
        }
        Arrays.sort(kept);
        int from = Math.max(0, kept.length - Strongest.COUNT);
        return Arrays.stream(kept, from, kept.length).sum();
    }
}
