package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sensors of a group that move to a scale of their own. */
class OwnScaleStepTest {
    private static final long SEED = 59;
    private static final int CHANNELS = 2;
    private static final int N0 = 24;

    @Test
    void offIsAsIfThereWereNone() {
        Bundle bundle = Students.random(CellKind.GRU, 5, CHANNELS, SEED);
        assertThat(bundle.ownScaleReadings()).isZero();
        assertThat(BundleCodec.write(bundle.withOwnScale(N0).withOwnScale(0)))
                .isEqualTo(BundleCodec.write(bundle));
        assertThat(new SensorStep(bundle).newMemory().own).isNull();
    }

    @Test
    void aBundleKeepsItInItsFile() throws Exception {
        Bundle bundle = Students.random(CellKind.GRU, 5, CHANNELS, SEED).withOwnScale(N0);
        Bundle read = BundleCodec.read(BundleCodec.write(bundle));
        assertThat(read.ownScaleReadings()).isEqualTo(N0);
        assertThat(read.withNote("a", "b").withoutCorrections().ownScaleReadings()).isEqualTo(N0);
        assertThat(read.sharesMemoriesWith(bundle)).isTrue();
        assertThat(read.sharesMemoriesWith(bundle.withOwnScale(0))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle.withOwnScale(-1))
                .withMessage("own_scale_readings must be 0 to 1000000: -1");
    }

    @Test
    void unitsAreThoseOfBeforeTheReading() {
        Bundle bundle = Students.random(CellKind.LSTM, 6, CHANNELS, SEED).withOwnScale(N0);
        Recording recording = Recording.hourly(CHANNELS, 60, SEED);
        Life calm = Life.with(Acting.always(1, bundle));
        Life wild = Life.with(Acting.always(1, bundle));
        calm.play(recording, 0, 50);
        wild.play(recording, 0, 50);
        StepResult a = calm.scored(recording.times[50], 1, 11);
        StepResult b = wild.scored(recording.times[50], -7, 25);
        assertThat(b.expected).isEqualTo(a.expected);
        assertThat(b.spread).isEqualTo(a.spread);
    }

    @Test
    void aSensorFarFromItsGroupIsImputedFarBetterThanOnItsGroupsScale() {
        Bundle off = follower(SEED);
        double without = error(Life.with(Acting.always(1, off)));
        double with = error(Life.with(Acting.always(1, off.withOwnScale(N0))));
        assertThat(with).as("without %f", without).isLessThan(0.3 * without);
    }

    @Test
    void movingUnitsLoseNothingThatTheAnchorKnew() {
        SensorStep step = new SensorStep(follower(SEED).withOwnScale(N0));
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(CHANNELS);
        int moves = 0;
        for (int t = 0; t < 300; t++) {
            ModelMemory before = memory.copy();
            long time = Recording.START + t * Students.HOUR;
            step.skipMissedSlots(memory, time - Students.HOUR, time);
            if (!memory.own.hasUnitsOf(before.own)) {
                moves++;
                for (int at = 0; at < memory.anchor.profiles.length; at++) {
                    int d = at % CHANNELS;
                    assertThat(memory.own.fromOwn(d, memory.anchor.profiles[at]))
                            .as("reading %d, place %d", t, at)
                            .isCloseTo(
                                    before.anchor.visits[at / CHANNELS] == 0
                                            ? memory.own.fromOwn(d, 0)
                                            : before.own.fromOwn(d, before.anchor.profiles[at]),
                                    within(1e-4));
                }
                for (int d = 0; d < CHANNELS; d++) {
                    assertThat(memory.own.fromOwn(d, memory.anchor.lags[d]))
                            .as("reading %d, channel %d", t, d)
                            .isCloseTo(before.own.fromOwn(d, before.anchor.lags[d]), within(1e-9));
                }
            }
            step.step(memory, time, value(t, new Random(SEED + t)), result);
        }
        assertThat(moves).isBetween(20, 200);
    }

    @Test
    void aGapIsRevisedInUnitsThatAgreeThoughTheyMoveInItsMidst() {
        // No correction: what is revised lies between the gap's ends, in whatever units.
        Bundle bundle = lookingBack().withoutCorrections();
        for (int n0 : new int[] {0, 6}) {
            Life life = Life.with(Acting.always(1, bundle.withOwnScale(n0)));
            int revised = 0;
            for (int t = 0; t < 100; t++) {
                boolean hole = t >= 60 && t < 66;
                // The other channel doubles in the gap, so that its units move there.
                double[] values = {hole ? Double.NaN : 5 + t % 2, t < 60 ? 12 : 24};
                Outcome.Scored scored = life.scoredAs(Recording.START + t * Students.HOUR, values);
                for (Revision revision : scored.revisions()) {
                    assertThat(revision.value()).as("n0 %d", n0).isBetween(3f, 8f);
                    assertThat(revision.spread()).as("n0 %d", n0).isFinite().isPositive();
                    revised++;
                }
            }
            assertThat(revised).isEqualTo(6);
        }
    }

    @Test
    void aSwapKeepsWhatWasCounted() {
        Bundle old = follower(SEED).withOwnScale(N0);
        Bundle next = follower(SEED + 1).withOwnScale(2 * N0);
        int swap = 500;
        Life life =
                Life.with(
                        Acting.always(1, old),
                        new Acting(2, Recording.START + swap * Students.HOUR, next));
        Random random = new Random(SEED);
        for (int t = 0; t < swap; t++) {
            life.scored(Recording.START + t * Students.HOUR, value(t, random));
        }
        OwnScale before = life.state.memory.own.copy();
        life.scored(Recording.START + swap * Students.HOUR, Double.NaN, Double.NaN);
        OwnScale after = life.state.memory.own;
        assertThat(after.count).isEqualTo(before.count);
        assertThat(after.mean).isEqualTo(before.mean);
        assertThat(after.squares).isEqualTo(before.squares);
        assertThat(after.isOff(2 * N0)).isFalse();
    }

    /** Mean absolute error of hidden values, once the sensor has been seen for a while. */
    private static double error(Life life) {
        Random random = new Random(SEED);
        double sum = 0;
        int count = 0;
        for (int t = 0; t < 1200; t++) {
            double[] truth = value(t, random);
            boolean hidden = t >= 600 && t / 6 % 2 == 1;
            StepResult result =
                    life.scored(
                            Recording.START + t * Students.HOUR,
                            hidden ? new double[] {Double.NaN, Double.NaN} : truth.clone());
            for (int d = 0; d < CHANNELS && hidden; d++) {
                sum += Math.abs(result.imputed[d] - truth[d]);
                count++;
            }
        }
        return sum / count;
    }

    /** Ten of the group's units off and five times as wide. */
    private static double[] value(int t, Random random) {
        double[] value = new double[CHANNELS];
        for (int d = 0; d < CHANNELS; d++) {
            double own = 1.3 * Math.sin(2 * Math.PI * t / 24.0 + d) + 0.1 * random.nextGaussian();
            value[d] = 10 * d + (1 + d) * (10 + 5 * own);
        }
        return value;
    }

    private static Map<String, float[]> follower(StudentSpec spec, long seed) {
        Map<String, float[]> p = Students.parameters(spec, seed);
        Arrays.fill(p.get(Parameters.ANCHOR_PROFILE), 0);
        Arrays.fill(p.get(Parameters.ANCHOR_RATES), 0.1f);
        p.put(Parameters.ANCHOR_TRANSITION, new float[] {0.5f, 0, 0, 0.5f});
        p.put(Parameters.ANCHOR_SEASON, new float[] {1, 1, -0.5f, -0.5f});
        p.put(Parameters.ANCHOR_NOISE, new float[] {0.1f, 0, 0, 0.1f});
        Arrays.fill(p.get(Parameters.ANCHOR_MEASUREMENT), 1e-4f);
        return p;
    }

    private static final AnchorSpec DAILY =
            new AnchorSpec(
                    AnchorKind.FILTER, 1, FilterForm.FULL, new Season(24 * Students.HOUR, 24), 1);

    /** A filter that believes in its running profile, corrected by nothing. */
    private static Bundle follower(long seed) {
        StudentSpec spec = Students.spec(CellKind.GRU, 4, CHANNELS, 0, DAILY);
        return Students.bundle(spec, follower(spec, seed)).withoutCorrections();
    }

    private static Bundle lookingBack() {
        StudentSpec plain = Students.spec(CellKind.GRU, 4, CHANNELS, 0, DAILY);
        StudentSpec spec =
                new StudentSpec(
                        plain.cell(),
                        plain.hiddenSize(),
                        plain.channels(),
                        0,
                        plain.units(),
                        plain.intervalMillis(),
                        plain.periodsMillis(),
                        DAILY,
                        3);
        Map<String, float[]> p = follower(spec, SEED);
        p.put(Parameters.BACKWARD_TRANSITION, p.get(Parameters.ANCHOR_TRANSITION));
        p.put(Parameters.BACKWARD_SEASON, p.get(Parameters.ANCHOR_SEASON));
        p.put(Parameters.BACKWARD_NOISE, p.get(Parameters.ANCHOR_NOISE));
        p.put(Parameters.BACKWARD_MEASUREMENT, p.get(Parameters.ANCHOR_MEASUREMENT));
        return Students.bundle(spec, p);
    }
}
