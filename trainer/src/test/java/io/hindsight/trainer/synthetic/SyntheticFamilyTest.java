package io.hindsight.trainer.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticFamilyTest {
    private static final Duration INTERVAL = Duration.ofMinutes(30);
    private static final int ROWS_PER_DAY = 48;

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameBits(SyntheticFamily family) {
        assertThat(values(family, 1_000, 3)).isEqualTo(values(family, 1_000, 3));
        assertThat(values(family, 1_000, 3)).isNotEqualTo(values(family, 1_000, 4));
    }

    @ParameterizedTest
    @EnumSource
    void theBeginOfALongerSeriesIsTheShorterOne(SyntheticFamily family) {
        double[] longer = values(family, 1_000, 3);

        assertThat(values(family, 300, 3)).isEqualTo(Arrays.copyOf(longer, 300));
    }

    @ParameterizedTest
    @EnumSource
    void isFiniteAndVaries(SyntheticFamily family) {
        for (long seed = 1; seed <= 20; seed++) {
            double[] values = values(family, 2_000, seed);

            assertThat(values).as("seed %d", seed).matches(SyntheticFamilyTest::finite);
            assertThat(Arrays.stream(values).distinct().count())
                    .as("seed %d", seed)
                    .isGreaterThan(1);
        }
    }

    @Test
    void aDayComesBackInASineOfDays() {
        double[] values = values(SyntheticFamily.DAILY_SINE, 10 * ROWS_PER_DAY, 5);

        assertThat(correlation(values, ROWS_PER_DAY)).isGreaterThan(0.8);
        assertThat(correlation(values, ROWS_PER_DAY / 2)).isLessThan(-0.8);
    }

    @Test
    void aCounterGrowsOrBeginsAnew() {
        double[] values = values(SyntheticFamily.COUNTER, 2_000, 5);
        int resets = 0;
        for (int t = 1; t < values.length; t++) {
            if (values[t] < values[t - 1]) {
                assertThat(values[t]).isZero();
                resets++;
            }
        }

        assertThat(resets).isBetween(10, 100);
    }

    @Test
    void onAndOffAreAllThatASwitchShows() {
        assertThat(values(SyntheticFamily.ON_OFF, 2_000, 5)).containsOnly(0, 1);
    }

    @Test
    void countsAreWholeAndHaveTheirMean() {
        SplittableRandom random = new SplittableRandom(1);
        for (double mean : new double[] {0.5, 5, 49, 200}) {
            double sum = 0;
            for (int k = 0; k < 20_000; k++) {
                double count = Draws.poisson(random, mean);
                assertThat(count).isEqualTo(Math.rint(count)).isNotNegative();
                sum += count;
            }
            assertThat(sum / 20_000).isCloseTo(mean, within(0.05 + 0.01 * mean));
        }
        assertThat(Draws.poisson(random, 0)).isZero();
    }

    @Test
    void eachGroupHasFamilies() {
        assertThat(SyntheticFamily.values()).hasSize(16);
        for (SyntheticGroup group : SyntheticGroup.values()) {
            assertThat(SyntheticFamily.of(group)).hasSizeBetween(5, 6);
        }
    }

    @Test
    void refusesSeriesWithoutRowsAndTime() {
        SplittableRandom random = new SplittableRandom(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticFamily.TRAFFIC.values(0, INTERVAL, random));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticFamily.TRAFFIC.values(9, Duration.ZERO, random));
    }

    private static double[] values(SyntheticFamily family, int rows, long seed) {
        return family.values(rows, INTERVAL, new SplittableRandom(seed));
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static double correlation(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double product = 0;
        double squares = 0;
        for (int t = lag; t < values.length; t++) {
            product += (values[t] - mean) * (values[t - lag] - mean);
            squares += (values[t] - mean) * (values[t] - mean);
        }
        return product / squares;
    }
}
