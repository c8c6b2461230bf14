package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SurpriseTest {
    private static final int SAMPLES = 1_000_000;

    @Test
    void isTheExponentOfTheTailProbability() {
        assertThat(Surprise.ofChannel(0, 1)).isZero();
        assertThat(Surprise.ofChannel(8.610302, 1)).isCloseTo(3, within(1e-6f));
        assertThat(Surprise.ofChannel(-2 * 4.604095, 2)).isCloseTo(2, within(1e-6f));
    }

    @Test
    void aShareOfTenToTheMinusScoreOfTrueResidualsLiesAboveIt() {
        long seed = 21;
        Random random = new Random(seed);
        int[] above = new int[5];
        for (int i = 0; i < SAMPLES; i++) {
            count(Surprise.ofChannel(0.3 * studentT(random), 0.3), above);
        }
        assertShares(above, SAMPLES, "channel, seed " + seed);
    }

    @Test
    void soDoesItOfReadingsOfIndependentChannels() {
        long seed = 22;
        Random random = new Random(seed);
        for (int channels : new int[] {1, 2, 11}) {
            int readings = SAMPLES / channels;
            int[] above = new int[5];
            for (int i = 0; i < readings; i++) {
                float strongest = 0;
                for (int d = 0; d < channels; d++) {
                    strongest = Math.max(strongest, Surprise.ofChannel(studentT(random), 1));
                }
                count(Surprise.ofReading(strongest, channels), above);
            }
            assertShares(above, readings, channels + " channels, seed " + seed);
        }
    }

    @Test
    void ofOneChannelIsThatChannelsScore() {
        for (float score = 0; score <= 30; score += 0.25f) {
            assertThat(Surprise.ofReading(score, 1)).isCloseTo(score, within(1e-5f));
        }
    }

    @Test
    void ofManyChannelsPaysForEachOfThem() {
        // Far out, 1 − (1 − p)ⁿ is n·p.
        assertThat(Surprise.ofReading(20, 100)).isCloseTo(18, within(1e-5f));
        assertThat(Surprise.ofReading(0, 100)).isZero();
    }

    @Test
    void neverFallsAsTheResidualGrows() {
        float last = 0;
        for (double residual = 1e-6; residual < 1e12; residual *= 1.1) {
            float score = Surprise.ofChannel(residual, 1);
            assertThat(score).isGreaterThanOrEqualTo(last);
            last = score;
        }
        assertThat(last).isEqualTo(Surprise.HIGHEST);
    }

    @Test
    void isLimitedHoweverFarOutAValueLies() {
        assertThat(Surprise.ofChannel(Double.MAX_VALUE, 1e-3)).isEqualTo(Surprise.HIGHEST);
        assertThat(Surprise.ofChannel(Double.NEGATIVE_INFINITY, 1)).isEqualTo(Surprise.HIGHEST);
        assertThat(Surprise.ofReading(Surprise.HIGHEST, 512))
                .isBetween(Surprise.HIGHEST - 3, Surprise.HIGHEST);
    }

    private static void count(float score, int[] above) {
        for (int s = 0; s < above.length; s++) {
            if (score >= s) {
                above[s]++;
            }
        }
    }

    private static void assertShares(int[] above, int of, String sample) {
        for (int s = 0; s < above.length; s++) {
            double expected = of * Math.pow(10, -s);
            assertThat((double) above[s])
                    .as("readings of %d with a score of %d or more; %s", of, s, sample)
                    .isCloseTo(expected, within(5 * Math.sqrt(expected) + 1));
        }
    }

    private static double studentT(Random random) {
        double chiSquare = 0;
        for (int i = 0; i < StudentT.DEGREES_OF_FREEDOM; i++) {
            double normal = random.nextGaussian();
            chiSquare += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(chiSquare / StudentT.DEGREES_OF_FREEDOM);
    }
}
