package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.NaiveFilter;
import io.hindsight.model.fixtures.PlainMatrix;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianFilterTest {
    private static final int SLOTS = 150;

    @ParameterizedTest
    @EnumSource
    void agreesWithTheTextbook(FilterForm form) {
        for (int channels = 1; channels <= 6; channels++) {
            for (int order = 1; order <= 3; order++) {
                for (long seed = 0; seed < 5; seed++) {
                    compare(Anchors.filter(order, form), channels, seed);
                }
            }
        }
    }

    private static void compare(AnchorSpec spec, int channels, long seed) {
        Map<String, float[]> p = Anchors.parameters(spec, channels, seed);
        GaussianFilter filter = filter(spec, channels, p);
        NaiveFilter naive =
                new NaiveFilter(
                        channels,
                        spec.order(),
                        spec.covarianceSlots(),
                        p.get(Parameters.ANCHOR_TRANSITION),
                        p.get(Parameters.ANCHOR_NOISE),
                        p.get(Parameters.ANCHOR_MEASUREMENT));
        AnchorMemory memory = new AnchorMemory(spec, channels);
        Random random = new Random(seed);
        for (int t = 0; t < SLOTS; t++) {
            String what = spec + ", " + channels + " channels, seed " + seed + ", slot " + t;
            double[] drift = random.doubles(channels, -0.5, 0.5).toArray();
            filter.predict(memory.lags, memory.covariance, drift);
            naive.predict(drift);
            assertSame(memory, naive, what);

            boolean silent = random.nextInt(10) == 0;
            double[] y = new double[channels];
            for (int d = 0; d < channels; d++) {
                boolean hole = silent || random.nextInt(10) < 4;
                y[d] = hole ? Double.NaN : 2 * random.nextGaussian();
            }
            filter.observe(memory.lags, memory.covariance, y);
            naive.observe(y);
            assertSame(memory, naive, what);
            for (int d = 0; d < channels; d++) {
                double deviation = naive.deviation(d);
                assertThat(filter.deviation(memory.covariance, d))
                        .as(what)
                        .isCloseTo(deviation, within(1e-9 * deviation));
            }
        }
    }

    private static void assertSame(AnchorMemory memory, NaiveFilter naive, String what) {
        for (int i = 0; i < naive.x.length; i++) {
            double reach = 1e-9 * Math.max(1, Math.abs(naive.x[i]));
            assertThat(memory.lags[i]).as(what).isCloseTo(naive.x[i], within(reach));
        }
        int n = naive.p.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double size = Math.sqrt(Math.abs(naive.p[i][i] * naive.p[j][j]));
                assertThat(memory.covariance[i][j])
                        .as(what)
                        .isCloseTo(naive.p[i][j], within(1e-9 * Math.max(1e-2, size)));
            }
        }
    }

    @Test
    void whatIsSeenNowCorrectsWhatWasGuessedBeforeOnlyInTheFullForm() {
        for (FilterForm form : FilterForm.values()) {
            AnchorSpec spec = Anchors.filter(2, form);
            GaussianFilter filter = filter(spec, 2, Anchors.parameters(spec, 2, 4));
            AnchorMemory memory = new AnchorMemory(spec, 2);
            filter.predict(memory.lags, memory.covariance, new double[] {1, 1});
            filter.predict(memory.lags, memory.covariance, new double[] {1, 1});
            double[] before = Arrays.copyOfRange(memory.lags, 2, 4);
            filter.observe(memory.lags, memory.covariance, new double[] {5, Double.NaN});
            double[] after = Arrays.copyOfRange(memory.lags, 2, 4);
            assertThat(Arrays.equals(after, before)).isEqualTo(form == FilterForm.CHEAP);
        }
    }

    @Test
    void theOrderInWhichASlotsChannelsAreTakenChangesNothing() {
        AnchorSpec spec = Anchors.filter(2, FilterForm.FULL);
        GaussianFilter filter = filter(spec, 3, Anchors.parameters(spec, 3, 4));
        AnchorMemory memory = new AnchorMemory(spec, 3);
        filter.predict(memory.lags, memory.covariance, new double[3]);
        AnchorMemory backwards = memory.copy();
        filter.observe(memory.lags, memory.covariance, new double[] {0, 1, 2});
        for (int d = 2; d >= 0; d--) {
            double[] one = {Double.NaN, Double.NaN, Double.NaN};
            one[d] = d;
            filter.observe(backwards.lags, backwards.covariance, one);
        }
        assertThat(memory.lags).containsExactly(backwards.lags, within(1e-12));
        assertThat(PlainMatrix.flat(memory.covariance))
                .containsExactly(PlainMatrix.flat(backwards.covariance), within(1e-12));
    }

    @Test
    void meansAndVariancesHaveLimits() {
        AnchorSpec spec = Anchors.filter(1, FilterForm.FULL);
        Map<String, float[]> p = Anchors.parameters(spec, 2, 4);
        p.put(Parameters.ANCHOR_TRANSITION, new float[] {3, 0, 0, 0.5f});
        GaussianFilter filter = filter(spec, 2, p);
        AnchorMemory memory = new AnchorMemory(spec, 2);
        memory.lags[0] = 1;
        for (int t = 0; t < 100; t++) {
            filter.predict(memory.lags, memory.covariance, new double[] {0, -100});
            assertThat(memory.lags[0]).isLessThanOrEqualTo(GaussianFilter.MOST_MEAN);
        }
        assertThat(memory.lags).containsExactly(16, -16);
        assertThat(memory.covariance[0][0]).isEqualTo(GaussianFilter.MOST_VARIANCE);
        assertThat(memory.covariance[1][1]).isPositive();
    }

    private static GaussianFilter filter(
            AnchorSpec spec, int channels, Map<String, float[]> parameters) {
        return new GaussianFilter(
                channels,
                spec.order(),
                spec.covarianceSlots(),
                parameters.get(Parameters.ANCHOR_TRANSITION),
                parameters.get(Parameters.ANCHOR_NOISE),
                parameters.get(Parameters.ANCHOR_MEASUREMENT));
    }
}
