package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProminenceTest {
    private static final int QUIET = 100;

    @Test
    void theFirstThreeStandOutFromTheFloorAlone() {
        Prominence prominence = new Prominence(1, QUIET);
        for (double strength : new double[] {0.6, 0.9, 1.2}) {
            assertThat(prominence.of(strength)).isCloseTo(strength / 0.12, within(1e-6));
            pause(prominence, 2 * QUIET);
        }
        assertThat(prominence.of(1.2)).isBetween(1.2 / (0.12 + 0.6), 1.2 / (0.12 + 0.3));
    }

    @Test
    void whatDoesNotExceedTheStretchBeforeItIsNoneAtAll() {
        Prominence prominence = new Prominence(1, QUIET);
        assertThat(prominence.of(2)).isPositive();
        for (int i = 0; i < QUIET; i++) {
            assertThat(prominence.of(2)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theThirdLargestFadesByHalfInAThousandBeats(int readingsPerBeat) {
        Prominence prominence = new Prominence(readingsPerBeat, QUIET);
        for (int i = 0; i < 3; i++) {
            prominence.of(1 + i * 1e-4);
            pause(prominence, 13 * readingsPerBeat);
        }
        double before = third(prominence, 2);
        pause(prominence, 1_000 * readingsPerBeat - 1);
        assertThat(third(prominence, 2)).isCloseTo(before / 2, within(0.01));
    }

    @Test
    void oneRiseTakesOnePlaceAmongTheLargest() {
        Prominence prominence = new Prominence(1, QUIET);
        for (double strength = 1; strength < 2; strength += 0.1) {
            assertThat(prominence.of(strength)).isCloseTo(strength / 0.12, within(1e-5));
        }
        pause(prominence, 2 * QUIET);
        assertThat(prominence.of(1)).as("only the second rise").isCloseTo(1 / 0.12, within(1e-5));
    }

    /** The third largest, as a strong reading's prominence tells it; changes nothing. */
    private static double third(Prominence prominence, double strength) {
        Prominence copy = new Prominence(8, QUIET);
        copy.copyFrom(prominence);
        pause(copy, 97);
        return strength / copy.of(strength) - 0.12;
    }

    private static void pause(Prominence prominence, int readings) {
        for (int i = 0; i < readings; i++) {
            assertThat(prominence.of(0)).isZero();
        }
    }
}
