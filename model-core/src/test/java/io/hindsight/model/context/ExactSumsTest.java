package io.hindsight.model.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumsTest {
    private static final int ROUNDS = 300;

    @Test
    void isTheExactSumRoundedOnce() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Float> values = values(random);

            BigDecimal exact =
                    values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(sum(values).value(0)).as("seed %d", seed).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void isTheSameInAnyOrderAndFromAnyParts() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Float> values = values(random);
            ExactSums whole = sum(values);
            Collections.shuffle(values, random);
            int cut = random.nextInt(values.size());

            ExactSums parts = sum(values.subList(cut, values.size()));
            parts.add(sum(values.subList(0, cut)));

            assertThat(sum(values)).as("seed %d", seed).isEqualTo(whole);
            assertThat(parts).as("seed %d", seed).isEqualTo(whole).hasSameHashCodeAs(whole);
        }
    }

    @Test
    void whatIsTakenOutWasNeverIn() {
        for (int seed = 1; seed <= ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Float> values = values(random);
            ExactSums sums = sum(values);
            float own = values.remove(random.nextInt(values.size()));
            ExactSums others = sum(values);

            assertThat(sums.valueWithout(0, own)).as("seed %d", seed).isEqualTo(others.value(0));
            sums.remove(0, own);
            assertThat(sums).as("seed %d", seed).isEqualTo(others);
        }
    }

    @Test
    void keepsItsSumsApart() {
        ExactSums sums = new ExactSums(3);
        sums.add(0, 1.5);
        sums.add(2, -Float.MAX_VALUE);
        sums.add(2, -Float.MAX_VALUE);

        assertThat(sums.value(0)).isEqualTo(1.5);
        assertThat(sums.value(1)).isZero();
        assertThat(sums.value(2)).isEqualTo(-2.0 * Float.MAX_VALUE);
    }

    @Test
    void takesWhatFloat32DoesNotKnowForTheNearestThatItKnows() {
        ExactSums sums = new ExactSums(1);
        sums.add(0, 1e300);
        assertThat(sums.value(0)).isEqualTo(Float.MAX_VALUE);
        sums.add(0, -1e300);
        sums.add(0, 0.1);
        assertThat(sums.value(0)).isEqualTo(0.1f);
        sums.remove(0, 0.1);
        assertThat(sums.value(0)).isZero();
    }

    /** Of like magnitudes or of all that there are, with what cancels and what is a tie. */
    private static List<Float> values(Random random) {
        List<Float> values = new ArrayList<>();
        int kind = random.nextInt(3);
        for (int k = 1 + random.nextInt(60); k > 0; k--) {
            float value =
                    switch (kind) {
                        case 0 -> (float) (20 + 5 * random.nextGaussian());
                        case 1 ->
                                Float.intBitsToFloat(
                                        random.nextInt(0x7f800000) | random.nextInt(2) << 31);
                        default -> Math.scalb(1f, random.nextInt(277) - 149);
                    };
            values.add(value);
            if (random.nextInt(4) == 0) {
                values.add(-value);
            }
        }
        return values;
    }

    private static ExactSums sum(List<Float> values) {
        ExactSums sums = new ExactSums(1);
        values.forEach(value -> sums.add(0, value));
        return sums;
    }
}
