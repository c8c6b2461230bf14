package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.NaiveAnchor;
import io.hindsight.model.fixtures.Students;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearFilterTest {
    private static final long HOUR = Students.HOUR;
    private static final long DAY = 24 * HOUR;
    private static final int SLOTS = 24 * 14;

    @ParameterizedTest
    @EnumSource
    void agreesWithItsEquations(FilterForm form) {
        for (int channels = 1; channels <= 4; channels++) {
            for (int order = 1; order <= 3; order++) {
                compare(Anchors.filter(order, form), channels, 10L * channels + order);
            }
        }
    }

    private static void compare(AnchorSpec spec, int channels, long seed) {
        Map<String, float[]> p = Anchors.parameters(spec, channels, seed);
        LinearFilter filter = new LinearFilter(spec, channels, Anchors.weights(spec, channels, p));
        NaiveAnchor naive = new NaiveAnchor(spec, channels, p);
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(channels);
        Random random = new Random(seed);
        for (int t = 0; t < SLOTS; t++) {
            String what = spec + ", " + channels + " channels, seed " + seed + ", slot " + t;
            float[] z = draw(random, channels, t);
            long time = (t - SLOTS / 2) * HOUR;
            naive.step(Math.floorMod(t - SLOTS / 2, 24), z);
            filter.predict(memory, time, view);
            filter.observe(memory, time, z, view);
            assertClose(view.priorMean, naive.priorMean, what);
            assertClose(view.priorScale, naive.priorScale, what);
            assertClose(view.profile, naive.profile, what);
            assertClose(view.mean, naive.mean, what);
            assertClose(view.scale, naive.scale, what);
            for (int d = 0; d < channels; d++) {
                if (!Float.isNaN(z[d])) {
                    assertThat(view.mean[d]).as(what).isEqualTo(z[d]);
                }
            }
        }
    }

    /** Profiles are float32 and everything hangs on them. */
    private static void assertClose(float[] actual, double[] expected, String what) {
        for (int d = 0; d < actual.length; d++) {
            double reach = 2e-6 * Math.max(1, Math.abs(expected[d]));
            assertThat((double) actual[d]).as(what).isCloseTo(expected[d], within(reach));
        }
    }

    @Test
    void aProfileBeginsWithItsFirstValueAndThenFollowsAtItsRate() {
        AnchorSpec spec = Anchors.filter(1, FilterForm.FULL);
        Map<String, float[]> p = Anchors.parameters(spec, 1, 3);
        p.put(Parameters.ANCHOR_PROFILE, new float[24]);
        LinearFilter filter = new LinearFilter(spec, 1, Anchors.weights(spec, 1, p));
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(1);
        float slow = 0;
        for (int day = 0; day < 30; day++) {
            filter.predict(memory, day * DAY, view);
            assertThat(view.profile[0]).isCloseTo(slow, within(1e-5f));
            filter.observe(memory, day * DAY, new float[] {day}, view);
            slow += Math.max(0.1f, 1f / (day + 1)) * (day - slow);
            assertThat(memory.visits[0]).isEqualTo(day + 1);
        }
        assertThat(memory.visits).containsOnly(30, 0);
    }

    @Test
    void visitsAreCountedUpToALimit() {
        AnchorSpec spec = Anchors.filter(1, FilterForm.FULL);
        Map<String, float[]> p = Anchors.parameters(spec, 1, 3);
        LinearFilter filter = new LinearFilter(spec, 1, Anchors.weights(spec, 1, p));
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(1);
        memory.visits[5] = AnchorMemory.MOST_VISITS - 1;
        for (int day = 0; day < 3; day++) {
            filter.predict(memory, day * DAY + 5 * HOUR, view);
            filter.observe(memory, day * DAY + 5 * HOUR, new float[] {1}, view);
        }
        assertThat(memory.visits[5]).isEqualTo(AnchorMemory.MOST_VISITS);
    }

    @Test
    void aMemoryOfNothingIsOnTheProfileThatTheBundleBrings() {
        AnchorSpec spec = Anchors.filter(2, FilterForm.FULL);
        Map<String, float[]> p = Anchors.parameters(spec, 2, 3);
        LinearFilter filter = new LinearFilter(spec, 2, Anchors.weights(spec, 2, p));
        AnchorView view = new AnchorView(2);
        filter.predict(filter.newMemory(), 7 * HOUR, view);
        float[] profile = p.get(Parameters.ANCHOR_PROFILE);
        assertThat(view.priorMean).containsExactly(profile[14], profile[15]);
        assertThat(view.profile).containsExactly(profile[14], profile[15]);
    }

    @Test
    void heldValuesAreTheLastOnesSeenAndZeroBeforeAny() {
        HeldValues held = new HeldValues(2);
        AnchorMemory memory = held.newMemory();
        AnchorView view = new AnchorView(2);
        float[][] slots = {{Float.NaN, 3}, {2, Float.NaN}, {Float.NaN, Float.NaN}, {-1, 0}};
        float[][] before = {{0, 0}, {0, 3}, {2, 3}, {2, 3}};
        float[][] after = {{0, 3}, {2, 3}, {2, 3}, {-1, 0}};
        for (int t = 0; t < slots.length; t++) {
            held.predict(memory, t, view);
            assertThat(view.priorMean).containsExactly(before[t]);
            assertThat(view.priorScale).containsOnly(1f);
            assertThat(view.profile).containsOnly(0f);
            held.observe(memory, t, slots[t], view);
            assertThat(view.mean).containsExactly(after[t]);
            assertThat(view.scale).containsOnly(1f);
        }
    }

    private static float[] draw(Random random, int channels, int t) {
        boolean silent = t % 97 > 80;
        float[] z = new float[channels];
        for (int d = 0; d < channels; d++) {
            boolean hole = silent || random.nextInt(10) < 3;
            double wave = Math.sin(2 * Math.PI * t / 24 + d);
            z[d] = hole ? Float.NaN : (float) (wave + 0.5 * random.nextGaussian());
        }
        return z;
    }
}
