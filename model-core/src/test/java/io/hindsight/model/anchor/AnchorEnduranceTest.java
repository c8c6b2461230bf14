package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.PlainMatrix;
import io.hindsight.model.fixtures.Students;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a sensor does for however long, its anchor stays sound: finite answers, a covariance
 * that is symmetric to the last bit and has no eigenvalue below −1e-9.
 */
@Timeout(120)
class AnchorEnduranceTest {
    private static final long SEED = 91;

    private final Random random = new Random(SEED);

    /** Fills a slot; NaN is a hole. */
    @FunctionalInterface
    private interface Slots {
        void fill(int t, float[] z);
    }

    @ParameterizedTest
    @EnumSource
    void aMillionSlotsWithHoles(FilterForm form) {
        AnchorSpec spec = Anchors.filter(2, form);
        run(spec, 3, Anchors.parameters(spec, 3, SEED), 1_000_000, this::noiseWithHoles);
    }

    @Test
    void aSilenceOfTenThousandSlotsAndBack() {
        AnchorSpec spec = Anchors.filter(3, FilterForm.FULL);
        run(
                spec,
                4,
                Anchors.parameters(spec, 4, SEED),
                12_000,
                (t, z) -> {
                    noiseWithHoles(t, z);
                    if (t >= 1000 && t < 11_000) {
                        Arrays.fill(z, Float.NaN);
                    }
                });
    }

    @Test
    void aSilenceEndsInWhatIsKnownOfAnyMoment() {
        AnchorSpec spec = Anchors.filter(2, FilterForm.FULL);
        Map<String, float[]> p = Anchors.parameters(spec, 2, SEED);
        LinearFilter filter = new LinearFilter(spec, 2, Anchors.weights(spec, 2, p));
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(2);
        float[] hole = {Float.NaN, Float.NaN};
        float[] scale = new float[2];
        for (int t = 0; t < 10_000; t++) {
            filter.predict(memory, t * Students.HOUR, view);
            filter.observe(memory, t * Students.HOUR, hole, view);
            if (t == 9_000) {
                System.arraycopy(view.scale, 0, scale, 0, 2);
            }
        }
        assertThat(view.scale).as("a stable filter's spread settles").isEqualTo(scale);
    }

    @ParameterizedTest
    @EnumSource
    void aChannelThatNeverChangesAndIsFitAsSuch(FilterForm form) {
        AnchorSpec spec = Anchors.filter(3, form);
        Map<String, float[]> p = Anchors.parameters(spec, 3, SEED);
        isolate(p.get(Parameters.ANCHOR_NOISE), 3, 1);
        p.get(Parameters.ANCHOR_MEASUREMENT)[1] = 1e-8f;
        run(
                spec,
                3,
                p,
                100_000,
                (t, z) -> {
                    noiseWithHoles(t, z);
                    z[1] = Float.isNaN(z[1]) ? z[1] : 0.25f;
                });
    }

    @ParameterizedTest
    @EnumSource
    void twoChannelsThatAreOne(FilterForm form) {
        AnchorSpec spec = Anchors.filter(2, form);
        Map<String, float[]> p = Anchors.parameters(spec, 3, SEED);
        Arrays.fill(p.get(Parameters.ANCHOR_MEASUREMENT), 1e-8f);
        float[] noise = p.get(Parameters.ANCHOR_NOISE);
        float[] transition = p.get(Parameters.ANCHOR_TRANSITION);
        for (int k = 0; k < 3; k++) {
            noise[3 + k] = noise[k];
        }
        for (int k = 0; k < 3; k++) {
            noise[k * 3 + 1] = noise[k * 3];
        }
        for (int lag = 0; lag < 2; lag++) {
            System.arraycopy(transition, lag * 9, transition, lag * 9 + 3, 3);
        }
        run(
                spec,
                3,
                p,
                100_000,
                (t, z) -> {
                    noiseWithHoles(t, z);
                    z[1] = Float.isNaN(z[1]) ? z[1] : z[0];
                });
    }

    @ParameterizedTest
    @EnumSource
    void anUnstableTransitionAndValuesAtTheirLimits(FilterForm form) {
        AnchorSpec spec = Anchors.filter(2, form);
        Map<String, float[]> p = Anchors.parameters(spec, 3, SEED);
        float[] transition = p.get(Parameters.ANCHOR_TRANSITION);
        Arrays.fill(transition, 0);
        // A rotation of two channels times 1.2, and a third that grows by itself.
        transition[0] = 0.72f;
        transition[1] = -0.96f;
        transition[3] = 0.96f;
        transition[4] = 0.72f;
        transition[8] = 1.2f;
        run(
                spec,
                3,
                p,
                100_000,
                (t, z) -> {
                    boolean silent = t % 1000 > 600;
                    for (int d = 0; d < z.length; d++) {
                        boolean hole = silent || random.nextInt(3) == 0;
                        z[d] = hole ? Float.NaN : random.nextBoolean() ? 8 : -8;
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void theLargestNumbersThatABundleMayHold(FilterForm form) {
        AnchorSpec spec = Anchors.filter(2, form);
        for (float sign : new float[] {-1, 1}) {
            Map<String, float[]> p = Anchors.parameters(spec, 3, SEED);
            Arrays.fill(p.get(Parameters.ANCHOR_TRANSITION), sign * Parameters.LARGEST);
            Arrays.fill(p.get(Parameters.ANCHOR_SEASON), sign * Parameters.LARGEST);
            Arrays.fill(p.get(Parameters.ANCHOR_PROFILE), sign * Parameters.LARGEST);
            Arrays.fill(p.get(Parameters.ANCHOR_MEASUREMENT), 1e-8f);
            for (int d = 0; d < 3; d++) {
                p.get(Parameters.ANCHOR_NOISE)[d * 4] = Parameters.LARGEST;
            }
            run(spec, 3, p, 5_000, this::noiseWithHoles);
        }
    }

    private void noiseWithHoles(int t, float[] z) {
        boolean silent = random.nextInt(20) == 0;
        for (int d = 0; d < z.length; d++) {
            boolean hole = silent || random.nextInt(4) == 0;
            z[d] = hole ? Float.NaN : (float) (Math.sin(t / 4.0) + random.nextGaussian());
        }
    }

    private static void run(
            AnchorSpec spec, int channels, Map<String, float[]> p, int slots, Slots source) {
        LinearFilter filter = new LinearFilter(spec, channels, Anchors.weights(spec, channels, p));
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(channels);
        float[] z = new float[channels];
        int every = Math.max(1, slots / 5000);
        for (int t = 0; t < slots; t++) {
            source.fill(t, z);
            filter.predict(memory, t * Students.HOUR, view);
            boolean sound = isFinite(view.priorMean) && isPositive(view.priorScale);
            sound &= isFinite(view.profile);
            filter.observe(memory, t * Students.HOUR, z, view);
            sound &= isFinite(view.mean) && isPositive(view.scale);
            if (!sound) {
                throw new AssertionError("seed " + SEED + ", slot " + t);
            }
            if (t % every == 0 || t == slots - 1) {
                assertSound(PlainMatrix.flat(memory.covariance), t);
            }
        }
    }

    private static void assertSound(double[] covariance, int t) {
        int n = (int) Math.sqrt(covariance.length);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Double.doubleToRawLongBits(covariance[i * n + j]))
                        .as("seed %d, slot %d", SEED, t)
                        .isEqualTo(Double.doubleToRawLongBits(covariance[j * n + i]));
            }
        }
        assertThat(PlainMatrix.isPositive(covariance, 1e-9))
                .as("seed %d, slot %d: %s", SEED, t, Arrays.toString(covariance))
                .isTrue();
    }

    private static boolean isFinite(float[] values) {
        boolean finite = true;
        for (float value : values) {
            finite &= Float.isFinite(value);
        }
        return finite;
    }

    private static boolean isPositive(float[] values) {
        boolean positive = true;
        for (float value : values) {
            positive &= value > 0 && value < Float.POSITIVE_INFINITY;
        }
        return positive;
    }

    private static void isolate(float[] matrix, int n, int row) {
        for (int k = 0; k < n; k++) {
            matrix[row * n + k] = 0;
            matrix[k * n + row] = 0;
        }
    }
}
