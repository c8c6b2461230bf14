package io.hindsight.trainer.data.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonsTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MONTH = 2_629_746_000L;

    private final Random random = new Random(11);

    @Test
    void findsTheDayInHourlyData() {
        Season season = main(data(HOUR, 1_500, t -> wave(t, 24) + noise()));

        assertThat(season.slots()).isEqualTo(24);
        assertThat(season.periodMillis()).isEqualTo(DAY);
        assertThat(season.bins()).isEqualTo(24);
        assertThat(season.strength()).as("half signal, half noise").isCloseTo(0.33, within(0.07));
        assertThat(season.cycles()).isCloseTo(1_500 * 0.7 / 24, within(0.1));
        assertThat(season.describe()).startsWith("24 slots (PT24H), 3");
    }

    @Test
    void findsTheDayInFiveMinuteDataWithABinForSixSlots() {
        Season season = main(data(5 * MINUTE, 6_000, t -> wave(t, 288) + noise()));

        assertThat(season.slots()).isEqualTo(288);
        assertThat(season.bins()).isEqualTo(48);
    }

    @Test
    void findsTheWeekInDailyData() {
        Season season = main(data(DAY, 400, t -> (t % 7 >= 5 ? 2 : 0) + noise()));

        assertThat(season.slots()).isEqualTo(7);
        assertThat(season.bins()).isEqualTo(7);
    }

    @Test
    void findsTheYearInMonthlyDataOfUnlikeMonths() {
        Season season =
                main(data(MONTH + 1_000_000, 180, t -> 0.1 * t + wave(t, 12) + noise() / 2));

        assertThat(season.slots()).isEqualTo(12);
        assertThat(season.bins()).isEqualTo(12);
    }

    @Test
    void findsTheYearInDailyDataOfTenYears() {
        Season season = main(data(DAY, 3_652, t -> wave(t, 365.2425) + noise()));

        assertThat(season.slots()).isEqualTo(365);
        assertThat(season.bins()).isEqualTo(48);
    }

    @Test
    void findsAMachinesOwnPeriodWhateverItsShape() {
        Season season = main(data(1_000, 3_000, t -> (t % 37 == 5 ? 4 : 0) + noise() / 2));

        assertThat(season.slots()).isEqualTo(37);
        assertThat(season.bins()).isEqualTo(37);
    }

    @Test
    void findsAPeriodThatIsNoWholeNumberOfSlots() {
        Season season = main(data(1_000, 5_000, t -> wave(t, 37.4) + noise() / 2));

        assertThat(season.slots()).isCloseTo(37.4, within(0.02));
        assertThat(season.periodMillis()).isCloseTo(37_400, within(20L));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8})
    void findsASeasonBetweenHoles(double holes) {
        DataSet data =
                data(HOUR, 3_000, t -> random.nextDouble() < holes ? Double.NaN : wave(t, 24));

        assertThat(main(data).slots()).isEqualTo(24);
    }

    @Test
    void findsAFastSeasonUnderASlowWalk() {
        double[] level = {0};
        DataSet data = data(HOUR, 3_000, t -> (level[0] += noise()) + 2 * wave(t, 24));

        assertThat(main(data).slots()).isEqualTo(24);
    }

    @Test
    void findsTheSeasonOfOneChannelOfMany() {
        double[][] values = new double[3_000][8];
        for (int t = 0; t < values.length; t++) {
            for (int d = 0; d < 8; d++) {
                values[t][d] = noise() + (d == 3 ? 2 * wave(t, 24) : 0);
            }
        }

        Season season = main(set(HOUR, values));

        assertThat(season.slots()).isEqualTo(24);
        assertThat(season.strength()).isLessThan(0.1);
        assertThat(season.channelStrengths().get(3)).isGreaterThan(0.5);
    }

    @Test
    void bringsSensorsThatStartAtUnlikeTimesIntoPhase() {
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            double[][] values = new double[600][1];
            for (int t = 0; t < values.length; t++) {
                values[t][0] = wave(t + 5 * s, 24) + noise();
            }
            series.add(SensorSeries.of("s" + s, 5L * s * HOUR, HOUR, values));
        }

        assertThat(main(new DataSet(List.of("x"), HOUR, series)).slots()).isEqualTo(24);
    }

    @Test
    void prefersTheDayToTheWeekAndKeepsTheWeekThatTellsMore() {
        Seasons seasons =
                find(
                        data(
                                HOUR,
                                6_000,
                                t -> wave(t, 24) + (t / 24 % 7 >= 5 ? 1.5 : 0) + noise() / 2));

        assertThat(seasons.main().orElseThrow().slots()).isEqualTo(24);
        assertThat(seasons.found()).extracting(Season::slots).containsExactly(168.0, 24.0);
    }

    @Test
    void looksAtTheTrainingPartAlone() {
        DataSet later = data(HOUR, 3_000, t -> t < 2_100 ? noise() : 5 * wave(t, 24));

        assertThat(find(later).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.9, 1", "0.99, 1", "1, 1", "0, 5", "0.9, 5", "1, 5"})
    void findsNoneInNoiseThatRemembers(double memory, int channels) {
        for (int seed = 1; seed <= 20; seed++) {
            Random own = new Random(seed);
            double[][] values = new double[2_000][channels];
            for (int t = 0; t < values.length; t++) {
                for (int d = 0; d < channels; d++) {
                    double before = t == 0 ? 0 : values[t - 1][d];
                    values[t][d] = memory * before + own.nextGaussian();
                }
            }

            assertThat(find(set(HOUR, values)).found()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void findsNoneWhereNothingChangesOrNothingIsSeenOrTooLittle() {
        assertThat(find(data(HOUR, 1_000, t -> 3.7)).found()).isEmpty();
        assertThat(find(data(HOUR, 1_000, t -> Double.NaN)).found()).isEmpty();
        assertThat(find(data(HOUR, 100, t -> wave(t, 24))).found()).isEmpty();
        assertThat(find(data(HOUR, 10, t -> wave(t, 2))).found()).isEmpty();
        assertThat(find(data(HOUR, 1_000, t -> 0.01 * t)).found()).isEmpty();
    }

    @Test
    void isTheSameForTheSameData() {
        double[][] values = new double[2_000][1];
        for (int t = 0; t < values.length; t++) {
            values[t][0] = wave(t, 24) + noise();
        }

        assertThat(find(set(HOUR, values))).isEqualTo(find(set(HOUR, values)));
    }

    @Test
    void isFoundInReadingsThatComeWhenTheyCome() {
        long[] times = new long[4_000];
        double[][] values = new double[times.length][1];
        for (int t = 0; t < times.length; t++) {
            long step = 1 + (long) (-HOUR * Math.log(1 - random.nextDouble()));
            times[t] = (t == 0 ? 0 : times[t - 1]) + step;
            values[t][0] = wave((double) times[t], 24.0 * HOUR) + noise();
        }
        SensorSeries series = SensorSeries.irregular("a", times, HOUR * 7 / 10, values);

        Season found =
                main(new DataSet(List.of("x"), List.of(), 0, HOUR * 7 / 10, List.of(series)));

        assertThat((double) found.periodMillis()).isBetween(23.5 * HOUR, 24.5 * HOUR);
    }

    private static double wave(double t, double period) {
        return Math.sin(2 * Math.PI * t / period);
    }

    private double noise() {
        return random.nextGaussian();
    }

    private static DataSet data(long interval, int slots, IntToDoubleFunction value) {
        double[][] values = new double[slots][1];
        for (int t = 0; t < slots; t++) {
            values[t][0] = value.applyAsDouble(t);
        }
        return set(interval, values);
    }

    private static DataSet set(long interval, double[][] values) {
        List<String> names = new ArrayList<>();
        for (int d = 0; d < values[0].length; d++) {
            names.add("x" + d);
        }
        return new DataSet(names, interval, List.of(SensorSeries.of("a", 0, interval, values)));
    }

    private static Seasons find(DataSet data) {
        return Seasons.find(data, Split.chronological(data));
    }

    private static Season main(DataSet data) {
        return find(data).main().orElseThrow();
    }
}
