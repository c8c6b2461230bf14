package io.hindsight.trainer.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fits to series of which the truth is known: a VAR(1) around a daily profile. */
class AnchorFitTest {
    private static final int CHANNELS = 3;
    private static final long HOUR = 3_600_000;
    private static final Season DAILY = new Season(24 * HOUR, 24);
    private static final double[] RATES = {0.1};
    private static final double[][] TRANSITION = {
        {0.7, 0.2, 0}, {-0.2, 0.5, 0.1}, {0, 0.3, 0.6},
    };

    /** L of the noise L Lᵀ. */
    private static final double[][] NOISE = {{0.3, 0, 0}, {0.2, 0.2, 0}, {0, 0.1, 0.25}};

    private static final Normaliser Z =
            new Normaliser(new double[CHANNELS], new double[] {1, 1, 1});
    private static final AnchorSpec FILTER =
            new AnchorSpec(AnchorKind.FILTER, 1, FilterForm.FULL, DAILY, 1);
    private static final AnchorSpec SEASONAL =
            new AnchorSpec(AnchorKind.SEASONAL, 1, FilterForm.FULL, DAILY, 1);

    @ParameterizedTest
    @EnumSource
    void recoversWhatMadeTheSeries(FilterForm form) {
        AnchorSpec spec = new AnchorSpec(AnchorKind.FILTER, 1, form, DAILY, 1);
        AnchorNumbers numbers = last(fit(spec, 1, series(4, 3000, 0, 5)).rounds(RATES, 2));

        for (int i = 0; i < CHANNELS; i++) {
            for (int j = 0; j < CHANNELS; j++) {
                assertThat((double) numbers.transition[i * CHANNELS + j])
                        .as("A[%d, %d]", i, j)
                        .isCloseTo(TRANSITION[i][j], within(0.03));
                assertThat((double) numbers.noise[i * CHANNELS + j])
                        .as("Q[%d, %d]", i, j)
                        .isCloseTo(noise(i, j), within(0.005));
            }
        }
        for (int bin = 0; bin < 24; bin++) {
            for (int d = 0; d < CHANNELS; d++) {
                assertThat((double) numbers.profile[bin * CHANNELS + d])
                        .isCloseTo(level(bin, d), within(0.12));
            }
        }
    }

    @Test
    void withFortyPerCentMissingRoundsComeCloserToTheTruth() {
        List<AnchorNumbers> rounds = fit(FILTER, 1, series(4, 3000, 0.4, 5)).rounds(RATES, 12);

        double[] errors = rounds.stream().mapToDouble(AnchorFitTest::heldOutError).toArray();
        assertThat(errors[1]).as(Arrays.toString(errors)).isLessThan(0.97 * errors[0]);
        assertThat(errors[12]).as(Arrays.toString(errors)).isLessThan(0.995 * errors[1]);
        double complete =
                heldOutError(last(fit(FILTER, 1, series(4, 3000, 0, 5)).rounds(RATES, 1)));
        assertThat(errors[12]).isLessThan(1.01 * complete);
        AnchorNumbers numbers = last(rounds);
        for (int i = 0; i < CHANNELS; i++) {
            for (int j = 0; j < CHANNELS; j++) {
                assertThat((double) numbers.transition[i * CHANNELS + j])
                        .as("A[%d, %d]", i, j)
                        .isCloseTo(TRANSITION[i][j], within(0.08));
            }
        }
    }

    /** Mean error of the filter's mean at hidden cells of a series that it was not fitted to. */
    private static double heldOutError(AnchorNumbers numbers) {
        ZSeries truth = series(1, 3000, 0, 77).get(0);
        Random random = new Random(3);
        LinearFilter filter = numbers.newFilter();
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(CHANNELS);
        double sum = 0;
        int count = 0;
        boolean[] hidden = new boolean[CHANNELS];
        for (int t = 0; t < truth.to(); t++) {
            float[] z = new float[CHANNELS];
            for (int d = 0; d < CHANNELS; d++) {
                hidden[d] = random.nextInt(10) < 4;
                z[d] = hidden[d] ? Float.NaN : truth.z(t, d);
            }
            filter.predict(memory, truth.timeMillis(t), view);
            filter.observe(memory, truth.timeMillis(t), z, view);
            for (int d = 0; d < CHANNELS; d++) {
                if (hidden[d]) {
                    sum += Math.abs(view.mean[d] - truth.z(t, d));
                    count++;
                }
            }
        }
        return sum / count;
    }

    @Test
    void withNoDataToSpeakOfItStaysAtTheCentre() {
        AnchorFit fit = fit(FILTER, 1e9, series(1, 100, 0, 5));
        AnchorNumbers centre = fit.centre(RATES);
        AnchorNumbers fitted = fit.round(centre);

        assertThat(centre.transition).containsExactly(0.8f, 0, 0, 0, 0.8f, 0, 0, 0, 0.8f);
        assertThat(centre.season).containsExactly(1, 1, 1, -0.8f, -0.8f, -0.8f);
        assertThat(centre.rates).containsExactly(0.1f);
        assertThat(fitted.transition).containsExactly(centre.transition, within(1e-6f));
        assertThat(fitted.season).containsExactly(centre.season, within(1e-6f));
        assertThat(fitted.profile).isEqualTo(centre.profile);
    }

    @Test
    void twoRatesAndMoreLagsShareTheCentre() {
        AnchorSpec spec = new AnchorSpec(AnchorKind.FILTER, 3, FilterForm.FULL, DAILY, 2);
        AnchorNumbers centre = fit(spec, 1, series(1, 100, 0, 5)).centre(new double[] {0.1, 0.3});
        assertThat(Arrays.copyOf(centre.transition, 9))
                .containsExactly(0.8f, 0, 0, 0, 0.8f, 0, 0, 0, 0.8f);
        assertThat(Arrays.copyOfRange(centre.transition, 9, 27)).containsOnly(0);
        float[] ofOneRate = {0.5f, 0.5f, 0.5f, -0.4f, -0.4f, -0.4f, 0, 0, 0, 0, 0, 0};
        assertThat(Arrays.copyOf(centre.season, 12)).containsExactly(ofOneRate);
        assertThat(Arrays.copyOfRange(centre.season, 12, 24)).containsExactly(ofOneRate);
        assertThat(centre.rates).containsExactly(0.1f, 0.3f);
    }

    @Test
    void inTheSeasonalKindEachChannelStandsByItself() {
        List<ZSeries> all = series(2, 2000, 0, 5);
        AnchorNumbers numbers = last(fit(SEASONAL, 1, all).rounds(RATES, 2));

        for (int i = 0; i < CHANNELS; i++) {
            for (int j = 0; j < CHANNELS; j++) {
                if (i != j) {
                    assertThat(numbers.transition[i * CHANNELS + j]).isZero();
                    assertThat(numbers.noise[i * CHANNELS + j]).isZero();
                }
            }
            int channel = i;
            AnchorFit alone =
                    new AnchorFit(SEASONAL, 1, 1, series(2, 2000, 0, 5, d -> d == channel));
            AnchorNumbers own = last(alone.rounds(RATES, 2));
            assertThat(numbers.transition[i * CHANNELS + i])
                    .isCloseTo(own.transition[0], within(1e-5f));
            assertThat(numbers.noise[i * CHANNELS + i]).isCloseTo(own.noise[0], within(1e-5f));
            assertThat(numbers.season[CHANNELS + i]).isCloseTo(own.season[1], within(1e-5f));
        }
    }

    @Test
    void theBitsAreTheSameOnAnyNumberOfThreads() throws Exception {
        List<ZSeries> parts = series(5, 400, 0.3, 5);
        Map<String, float[]> first = fitOn(1, parts);
        for (int threads : new int[] {1, 2, 3, 5}) {
            Map<String, float[]> again = fitOn(threads, parts);
            first.forEach(
                    (name, values) ->
                            assertThat(again.get(name))
                                    .as("%s on %d threads", name, threads)
                                    .isEqualTo(values));
        }
    }

    private static Map<String, float[]> fitOn(int threads, List<ZSeries> parts) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> last(fit(FILTER, 1, parts).rounds(RATES, 3)).parameters())
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aChannelThatNeverChangesAndOneThatIsNeverSeenAreNoObstacle() {
        List<ZSeries> parts = new ArrayList<>();
        double[][] values = simulate(1500, 0.2, 5);
        for (double[] row : values) {
            row[1] = 0.5;
            row[2] = Double.NaN;
        }
        parts.add(part(values));
        AnchorNumbers numbers = last(fit(FILTER, 100, parts).rounds(RATES, 5));

        numbers.parameters()
                .forEach(
                        (name, array) -> {
                            for (float value : array) {
                                assertThat(value).as(name).isFinite();
                            }
                        });
        assertThat(numbers.noise[CHANNELS + 1]).isCloseTo(0, within(1e-3f));
        assertThat(numbers.newFilter()).as("its noise is a covariance").isNotNull();
        assertThat(heldOutError(numbers)).isFinite();
    }

    @Test
    void aSeriesThatBeginsLateTeachesNothingBeforeItsPart() {
        double[][] values = simulate(600, 0, 5);
        double[][] other = simulate(600, 0, 6);
        for (int t = 0; t < 200; t++) {
            other[t] = new double[] {9, -9, 9};
        }
        System.arraycopy(values, 200, other, 200, 400);
        ZSeries late = new ZSeries(sensor(values), Z, 200, 600);
        ZSeries same = new ZSeries(sensor(other), Z, 200, 600);
        assertThat(last(fit(FILTER, 1, List.of(late)).rounds(RATES, 2)).transition)
                .isEqualTo(last(fit(FILTER, 1, List.of(same)).rounds(RATES, 2)).transition);
    }

    private static AnchorFit fit(AnchorSpec spec, double ridge, List<ZSeries> parts) {
        return new AnchorFit(spec, CHANNELS, ridge, parts);
    }

    private static AnchorNumbers last(List<AnchorNumbers> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private static List<ZSeries> series(int count, int slots, double holes, long seed) {
        return series(count, slots, holes, seed, d -> true);
    }

    private static List<ZSeries> series(
            int count, int slots, double holes, long seed, IntPredicate channels) {
        List<ZSeries> parts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[][] values = simulate(slots, holes, 100 * seed + k);
            for (int t = 0; t < slots; t++) {
                double[] row = values[t];
                int[] kept = IntStream.range(0, CHANNELS).filter(channels).toArray();
                values[t] = Arrays.stream(kept).mapToDouble(d -> row[d]).toArray();
            }
            int width = values[0].length;
            double[] ones = new double[width];
            Arrays.fill(ones, 1);
            Normaliser normaliser = new Normaliser(new double[width], ones);
            parts.add(new ZSeries(sensor(values), normaliser, 0, slots));
        }
        return parts;
    }

    private static ZSeries part(double[][] values) {
        return new ZSeries(sensor(values), Z, 0, values.length);
    }

    private static SensorSeries sensor(double[][] values) {
        return SensorSeries.of("a", 0, HOUR, values);
    }

    private static double[][] simulate(int slots, double holes, long seed) {
        Random random = new Random(seed);
        double[] y = new double[CHANNELS];
        double[][] values = new double[slots][CHANNELS];
        for (int t = 0; t < slots; t++) {
            double[] shock = new double[CHANNELS];
            for (int d = 0; d < CHANNELS; d++) {
                shock[d] = random.nextGaussian();
            }
            double[] next = new double[CHANNELS];
            for (int i = 0; i < CHANNELS; i++) {
                for (int j = 0; j < CHANNELS; j++) {
                    next[i] += TRANSITION[i][j] * y[j] + NOISE[i][j] * shock[j];
                }
            }
            y = next;
            for (int d = 0; d < CHANNELS; d++) {
                boolean hole = random.nextDouble() < holes;
                values[t][d] = hole ? Double.NaN : level(t % 24, d) + y[d];
            }
        }
        return values;
    }

    private static double level(int hour, int channel) {
        return Math.sin(2 * Math.PI * hour / 24 + channel);
    }

    private static double noise(int i, int j) {
        double sum = 0;
        for (int k = 0; k < CHANNELS; k++) {
            sum += NOISE[i][k] * NOISE[j][k];
        }
        return sum;
    }
}
