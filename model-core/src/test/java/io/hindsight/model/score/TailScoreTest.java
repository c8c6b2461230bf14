package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailScoreTest {
    private static final long SEED = 31;
    private static final float[] GROUP = GroupCalibration.generic(1).tail();

    @Test
    void aNewSensorHasTheScoresOfItsGroup() {
        TailScore tail = new TailScore();
        for (int bin = 0; bin < TailScore.BINS - 20; bin++) {
            assertThat(tail.score(lowerEdge(bin), GROUP))
                    .as("bin %d", bin)
                    .isCloseTo(-Math.log10(GROUP[bin]), within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-8, -1, Double.NaN})
    void whatHasNoStrengthHasNoScore(double strength) {
        TailScore tail = random(1_000);
        assertThat(tail.score(strength, GROUP)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1_000, 100_000})
    void aStrongerReadingNeverScoresLess(int counted) {
        TailScore tail = random(counted);
        double last = 0;
        for (double strength = 1e-8; strength < 1e3; strength *= 1.01) {
            double score = tail.score(strength, GROUP);
            assertThat(score).as("%s, seed %d", strength, SEED).isGreaterThanOrEqualTo(last);
            last = score;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1_000, 60_000})
    void noScoreSaysMoreThanPastAndGroupTogetherCanTell(int counted) {
        TailScore tail = new TailScore();
        for (int i = 0; i < counted; i++) {
            tail.count(0);
        }
        double score = tail.score(1e300, GROUP);
        assertThat(score).isLessThanOrEqualTo(Math.log10((counted + 200) / 0.1) + 1e-6);
        assertThat(score).isGreaterThan(3);
    }

    @Test
    void ofAThousandReadingsOneScoresThreeOrMore() {
        TailScore tail = new TailScore();
        Random random = new Random(SEED);
        int[] above = new int[4];
        int readings = 300_000;
        for (int i = 0; i < 50_000 + readings; i++) {
            double strength = 1e-2 * Math.exp(1.5 * random.nextGaussian());
            double score = tail.score(strength, GROUP);
            for (int s = 1; s <= 3 && i >= 50_000; s++) {
                above[s] += score >= s ? 1 : 0;
            }
            tail.count(strength);
        }
        for (int s = 1; s <= 3; s++) {
            double share = Math.pow(10, -s);
            assertThat(above[s] / (double) readings)
                    .as("scores of %d or more, seed %d", s, SEED)
                    .isBetween(0.6 * share, 1.4 * share);
        }
    }

    @Test
    void goesOnAlikeWhenItsUnitsAreChangedAfterAMillionReadings() {
        TailScore tail = new TailScore();
        double[] before = new double[3];
        for (int i = 0; i < 1_100_000; i++) {
            tail.count(lowerEdge(20 + i % 40));
            if (i == 500_000) {
                readScores(tail, before);
            }
        }
        double[] after = new double[3];
        readScores(tail, after);
        assertThat(after).containsExactly(before, within(5e-3));
    }

    @Test
    void measuresTheShareOfReadingsAboveEachBin() {
        TailScore tail = new TailScore();
        assertThat(tail.measured()).containsOnly(0);
        for (int i = 0; i < 100; i++) {
            tail.count(i < 90 ? 0 : lowerEdge(30));
        }
        double[] measured = tail.measured();
        assertThat(measured[30]).isCloseTo(0.1, within(1e-3));
        assertThat(measured[0]).isEqualTo(measured[30]);
        assertThat(measured[31]).isZero();
    }

    private static void readScores(TailScore tail, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = tail.score(lowerEdge(25 + 10 * i), GROUP);
        }
    }

    private static TailScore random(int readings) {
        TailScore tail = new TailScore();
        Random random = new Random(SEED);
        for (int i = 0; i < readings; i++) {
            tail.count(Math.exp(3 * random.nextGaussian() - 6));
        }
        return tail;
    }

    /** A hair inside, so that rounding does not put it into the bin below. */
    private static double lowerEdge(int bin) {
        return TailScore.LOWEST * Math.pow(10, bin / (double) TailScore.PER_DECADE) * (1 + 1e-9);
    }
}
