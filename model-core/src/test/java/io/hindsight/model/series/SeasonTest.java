package io.hindsight.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void aBinBeginsAtItsBoundaryAndEndsBeforeTheNext() {
        Season daily = new Season(DAY, 24);
        for (int hour = -50; hour < 50; hour++) {
            int bin = Math.floorMod(hour, 24);
            assertThat(daily.bin(hour * HOUR)).isEqualTo(bin);
            assertThat(daily.bin(hour * HOUR + HOUR - 1)).isEqualTo(bin);
        }
        assertThat(daily.bin(-1)).isEqualTo(23);
        assertThat(daily.bin(-DAY)).isZero();
    }

    @Test
    void everyNumberOfBinsHasItsBoundariesWhereTheyBelong() {
        for (int bins = 1; bins <= Season.MOST_BINS; bins++) {
            Season season = new Season(bins * 1000L, bins);
            for (int bin = 0; bin < bins; bin++) {
                assertThat(season.bin(bin * 1000L)).as("%d bins", bins).isEqualTo(bin);
                assertThat(season.bin(bin * 1000L + 999)).as("%d bins", bins).isEqualTo(bin);
            }
        }
    }

    @Test
    void anyMomentOfAnyPeriodHasTheBinOfExactArithmetic() {
        long seed = 5;
        Random random = new Random(seed);
        for (int trial = 0; trial < 20_000; trial++) {
            int bins = 1 + random.nextInt(Season.MOST_BINS);
            long period = bins + random.nextLong(1L << random.nextInt(10, 53));
            long time = random.nextLong();
            long exact =
                    BigInteger.valueOf(Math.floorMod(time, period))
                            .multiply(BigInteger.valueOf(bins))
                            .divide(BigInteger.valueOf(period))
                            .longValueExact();
            assertThat(new Season(period, bins).bin(time))
                    .as("seed %d, trial %d", seed, trial)
                    .isEqualTo((int) exact);
        }
    }

    @Test
    void withoutASeasonAllMomentsShareABin() {
        for (long time : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(Season.NONE.bin(time)).isZero();
        }
    }

    @Test
    void refusesBinsThatItCannotCutItsPeriodInto() {
        long[][] wrong = {{0, 1}, {-5, 1}, {1, 0}, {1, 2}, {5000, 1025}, {Long.MAX_VALUE, 1}};
        for (long[] pair : wrong) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Season(pair[0], (int) pair[1]))
                    .withMessageStartingWith("a season must have a positive period")
                    .withMessageEndingWith("periodMillis=" + pair[0] + ", bins=" + pair[1]);
        }
    }
}
