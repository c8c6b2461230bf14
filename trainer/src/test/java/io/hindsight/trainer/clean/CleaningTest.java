package io.hindsight.trainer.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults planted into series that have none: two autoregressions around a day. */
class CleaningTest {
    private static final long HOUR = 3_600_000;
    private static final Season DAILY = new Season(24 * HOUR, 24);
    private static final int SLOTS = 4_000;
    private static final List<String> NAMES = List.of("LEVEL", "FLOW");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsNothingInACleanSeries(long seed) {
        List<ZSeries> training = List.of(z(clean(seed)));

        Cleaning cleaning = Cleaning.of(NAMES, DAILY, training);

        assertThat(cleaning.report().channels())
                .as("seed %d", seed)
                .allSatisfy(channel -> assertThat(channel.faults()).isLessThanOrEqualTo(1));
        assertThat(cleaning.report().cleaned()).isFalse();
        assertThat(cleaning.report().sentences()).isEmpty();
        assertThat(cleaning.training()).isEqualTo(training);
        assertThat(cleaning.clean(training)).isSameAs(training);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsThePlantedSpikesAndLeavesThemOut(long seed) {
        double[][] values = clean(seed);
        Random random = new Random(seed + 100);
        Set<Integer> planted = new TreeSet<>();
        while (planted.size() < 50) {
            planted.add(200 + random.nextInt(SLOTS - 300));
        }
        planted.forEach(t -> values[t][0] += random.nextBoolean() ? 5 : -5);
        ZSeries dirty = z(values);

        Cleaning cleaning = Cleaning.of(NAMES, DAILY, List.of(dirty));

        CleaningReport.Channel level = cleaning.report().channels().get(0);
        assertThat(level.spikes()).as("seed %d", seed).isBetween(45L, 51L);
        assertThat(level.stuckRuns()).isZero();
        assertThat(cleaning.report().channels().get(1).faults()).isLessThanOrEqualTo(1);
        assertThat(cleaning.report().sentences().get(0))
                .isEqualTo(
                        "LEVEL: %d spikes are left out of the training".formatted(level.spikes()));
        ZSeries left = cleaning.training().get(0);
        long holes = planted.stream().filter(t -> Float.isNaN(left.z(t, 0))).count();
        assertThat(holes).as("seed %d", seed).isGreaterThanOrEqualTo(45);
        assertThat(planted).allMatch(t -> !Float.isNaN(dirty.z(t, 0)));
    }

    @Test
    void findsThePlantedStuckRunsButForTheirFirstReading() {
        double[][] values = clean(7);
        stick(values, 1, 500, 40);
        stick(values, 1, 1_200, 9);
        stick(values, 1, 3_000, 7);

        Cleaning cleaning = Cleaning.of(NAMES, DAILY, List.of(z(values)));

        CleaningReport.Channel flow = cleaning.report().channels().get(1);
        assertThat(flow.stuckRuns()).isEqualTo(2);
        assertThat(flow.stuckReadings()).isEqualTo(39 + 8);
        assertThat(cleaning.report().sentences())
                .contains("FLOW: 2 stuck runs (47 readings) are left out of the training");
        ZSeries left = cleaning.training().get(0);
        assertThat(left.z(500, 1)).isNotNaN();
        assertThat(left.z(501, 1)).isNaN();
        assertThat(left.z(539, 1)).isNaN();
        assertThat(left.z(540, 1)).isNotNaN();
        assertThat(left.z(3_003, 1)).isNotNaN();
    }

    @Test
    void aChangeOfLevelIsNoSpike() {
        double[][] values = clean(8);
        for (int t = 2_000; t < SLOTS; t++) {
            values[t][0] += 6;
        }

        Cleaning cleaning = Cleaning.of(NAMES, DAILY, List.of(z(values)));

        assertThat(cleaning.report().channels().get(0).faults()).isLessThanOrEqualTo(1);
    }

    @Test
    void rainCountsAndConstantsAreNoFaults() {
        double[][] values = new double[SLOTS][4];
        Random random = new Random(9);
        boolean raining = false;
        for (int t = 0; t < SLOTS; t++) {
            raining = random.nextInt(raining ? 6 : 80) == 0 ? !raining : raining;
            values[t][0] = raining ? 0.1 * random.nextInt(60) : 0;
            values[t][1] = Math.max(0, (int) (3 * Math.sin(t / 24.0 * 2 * Math.PI)));
            values[t][2] = 4;
            values[t][3] = Math.round(2 * Math.sin(t / 300.0) + 0.3 * random.nextGaussian());
        }

        Cleaning cleaning =
                Cleaning.of(List.of("RAIN", "COUNT", "FIXED", "COARSE"), DAILY, List.of(z(values)));

        assertThat(cleaning.report().channels())
                .allSatisfy(channel -> assertThat(channel.faults()).isZero());
    }

    @Test
    void aStuckValidationPartIsCleanedByTheSameRules() {
        double[][] values = clean(7);
        stick(values, 1, 500, 60);
        stick(values, 0, 3_500, 30);
        SensorSeries series = SensorSeries.of("a", 0, HOUR, values);
        Normaliser normaliser = new Normaliser(new double[2], new double[] {1, 1});
        Cleaning cleaning =
                Cleaning.of(NAMES, DAILY, List.of(new ZSeries(series, normaliser, 0, 3_000)));

        ZSeries validation =
                cleaning.clean(List.of(new ZSeries(series, normaliser, 3_000, SLOTS))).get(0);

        assertThat(validation.from()).isEqualTo(3_000);
        assertThat(validation.z(3_515, 0)).isNaN();
        assertThat(validation.z(520, 1)).isNaN();
        assertThat(validation.z(3_540, 0)).isNotNaN();
    }

    private static void stick(double[][] values, int channel, int from, int length) {
        for (int t = from; t < from + length; t++) {
            values[t][channel] = values[from][channel];
        }
    }

    private static double[][] clean(long seed) {
        Random random = new Random(seed);
        double[][] values = new double[SLOTS][2];
        double[] y = new double[2];
        for (int t = 0; t < SLOTS; t++) {
            for (int d = 0; d < 2; d++) {
                y[d] = 0.8 * y[d] + 0.1 * y[1 - d] + 0.3 * random.nextGaussian();
                values[t][d] = Math.sin(2 * Math.PI * (t + 6.0 * d) / 24) + y[d];
            }
        }
        return values;
    }

    private static ZSeries z(double[][] values) {
        int channels = values[0].length;
        double[] scale = new double[channels];
        Arrays.fill(scale, 1);
        return new ZSeries(
                SensorSeries.of("a", 0, HOUR, values),
                new Normaliser(new double[channels], scale),
                0,
                values.length);
    }
}
