package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.normalise.Bounds;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.model.student.StudentWeights;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SensorStepTest {
    private static final int CHANNELS = 4;
    private static final long SEED = 71;
    private static final long HOUR = Students.HOUR;
    private static final double NONE = Double.NaN;

    private final Recording recording = Recording.hourly(CHANNELS, 500, SEED).withSilences(8, SEED);

    static Stream<StudentSpec> specs() {
        Season halfDays = new Season(12 * HOUR, 7);
        AnchorSpec seasonal = new AnchorSpec(AnchorKind.SEASONAL, 1, FilterForm.FULL, halfDays, 1);
        return Stream.of(
                        Anchors.filter(3, FilterForm.FULL),
                        Anchors.filter(2, FilterForm.CHEAP),
                        seasonal,
                        AnchorSpec.NONE)
                .flatMap(
                        anchor ->
                                Stream.of(
                                        Students.spec(CellKind.LSTM, 7, CHANNELS, 1, anchor),
                                        Students.spec(CellKind.GRU, 6, CHANNELS, 0, anchor)));
    }

    /** Evaluation calls the step, replay the sensor, the job the sensor between two snapshots. */
    @ParameterizedTest
    @MethodSource("specs")
    void evaluationReplayAndTheJobSayTheSameToTheBit(StudentSpec spec) throws Exception {
        saysTheSame(Students.random(spec, SEED));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void andSoTheyDoOfSensorsOnTheirOwnScale(StudentSpec spec) throws Exception {
        saysTheSame(Students.random(spec, SEED).withOwnScale(20));
    }

    private void saysTheSame(Bundle bundle) throws Exception {
        StudentSpec spec = bundle.spec();
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(spec.answeredCount());
        Life replayed = Life.with(Acting.always(1, bundle));
        Life copied = Life.with(Acting.always(1, reread(bundle)));
        Life job = Life.with(Acting.always(1, reread(bundle)));
        for (int t = 0; t < recording.length(); t++) {
            long time = recording.times[t];
            if (t > 0) {
                step.skipMissedSlots(memory, recording.times[t - 1], time);
            }
            step.step(memory, time, recording.values[t].clone(), result);
            StepResult said = replayed.scored(time, recording.values[t].clone());
            assertThat(Bits.ofStep(said))
                    .as("replay, seed %d, reading %d", SEED, t)
                    .isEqualTo(Bits.ofStep(result));
            String expected = Bits.of(said);

            copied.state = copied.state.copy();
            assertThat(Bits.of(copied.scored(time, recording.values[t].clone())))
                    .as("copied state, seed %d, reading %d", SEED, t)
                    .isEqualTo(expected);

            job.state = Bits.state(Bits.of(job.state));
            assertThat(Bits.of(job.scored(time, recording.values[t].clone())))
                    .as("serialised state, seed %d, reading %d", SEED, t)
                    .isEqualTo(expected);
        }
        assertThat(Bits.of(job.state.memory)).isEqualTo(Bits.of(memory));
    }

    private static Bundle reread(Bundle bundle) throws BundleException {
        return BundleCodec.read(BundleCodec.write(bundle));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAnchorAndWithZeroHeadsTheLastValueIsHeld(CellKind cell) {
        StudentSpec spec = Students.onHeldValues(cell, 5, CHANNELS, HOUR);
        SensorStep step = new SensorStep(Students.withZeroHeads(spec, 4));
        ModelMemory memory = step.newMemory();
        StepResult result = new StepResult(CHANNELS);
        float[] last = {0, 10, 20, 30};
        Recording whole = Recording.hourly(CHANNELS, 300, SEED);
        for (int t = 0; t < whole.length(); t++) {
            step.step(memory, whole.times[t], whole.values[t], result);
            for (int d = 0; d < CHANNELS; d++) {
                assertThat(result.expected[d]).isCloseTo(last[d], within(last[d]));
                if (Double.isNaN(whole.values[t][d])) {
                    assertThat(result.imputed[d]).isCloseTo(last[d], within(last[d]));
                } else {
                    last[d] = (float) whole.values[t][d];
                }
            }
        }
    }

    private static Offset<Float> within(float size) {
        return Offset.offset(1e-6f * Math.max(1, Math.abs(size)));
    }

    @Test
    void givenChannelsInformTheAnswersAndHaveNone() {
        StudentSpec spec =
                Students.spec(CellKind.LSTM, 6, 2, 1, Anchors.filter(2, FilterForm.FULL));
        Bundle bundle = Students.random(spec, 5);
        StepResult low = afterOneDay(bundle, NONE, 10 - 4);
        StepResult high = afterOneDay(bundle, NONE, 10 + 4);
        assertThat(low.channelCount()).isEqualTo(1);
        assertThat(high.imputed[0]).isNotEqualTo(low.imputed[0]);
        assertThat(high.score).isNaN();
        StepResult hole = afterOneDay(bundle, 1, NONE);
        assertThat(hole.imputed[0]).isNaN();
        assertThat(hole.score).isEqualTo(afterOneDay(bundle, 1, 10).score);
    }

    private static StepResult afterOneDay(Bundle bundle, double... values) {
        Life life = Life.with(Acting.always(1, bundle));
        Recording day = Recording.hourly(values.length, 24, SEED);
        life.play(day, 0, 24);
        return life.scored(Recording.START + 24 * HOUR, values);
    }

    @Test
    void answersStayWithinTheBoundsAndScoresDoNotSeeThem() {
        StudentSpec spec = Students.spec(CellKind.LSTM, 6, 2);
        Map<String, float[]> p = Students.parameters(spec, 5);
        Bounds tight = new Bounds(new double[] {-0.25, 10}, new double[] {0.25, 10.5});
        Life bounded = Life.with(Acting.always(1, Students.bundle(spec, tight, p)));
        Life free = Life.with(Acting.always(1, Students.bundle(spec, p)));
        Recording two = Recording.hourly(2, 200, SEED);
        int limited = 0;
        for (int t = 0; t < two.length(); t++) {
            StepResult a = bounded.scored(two.times[t], two.values[t].clone());
            StepResult b = free.scored(two.times[t], two.values[t].clone());
            for (int d = 0; d < 2; d++) {
                assertThat(a.expected[d]).isEqualTo((float) tight.limit(d, b.expected[d]));
                assertThat(Float.isNaN(a.imputed[d])).isEqualTo(Float.isNaN(b.imputed[d]));
                if (!Float.isNaN(b.imputed[d])) {
                    assertThat(a.imputed[d]).isEqualTo((float) tight.limit(d, b.imputed[d]));
                    limited += a.imputed[d] == b.imputed[d] ? 0 : 1;
                }
            }
            assertThat(a.channelScore).isEqualTo(b.channelScore);
            assertThat(a.spread).isEqualTo(b.spread);
        }
        assertThat(limited).isPositive();
        assertThat(Bits.of(bounded.state.memory)).isEqualTo(Bits.of(free.state.memory));
    }

    @Test
    void tellsTheSituationThatASpreadIsOf() {
        StudentSpec spec = Students.spec(CellKind.GRU, 6, 2);
        Map<String, float[]> p = Students.parameters(spec, 5);
        SpreadTable table = new SpreadTable(2, p.get(Parameters.SPREAD));
        Life life = Life.with(Acting.always(1, Students.bundle(spec, p)));
        double[][] slots = {{1, 10}, {NONE, 11}, {NONE, NONE}, {NONE, NONE}, {NONE, 9}, {0, 9}};
        int[][] situations = {{10, 10}, {0, 10}, {6, 5}, {6, 6}, {2, 10}, {10, 10}};
        for (int t = 0; t < slots.length; t++) {
            StepResult result = life.scored(Recording.START + t * HOUR, slots[t]);
            for (int d = 0; d < 2; d++) {
                assertThat(result.situation[d]).as("slot %d", t).isEqualTo((byte) situations[t][d]);
                double spread = result.scale[d] * table.deviation(situations[t][d], d);
                assertThat(result.spread[d]).isEqualTo((float) spread);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNumbersThatABundleMayHoldOverflow(CellKind cell) throws Exception {
        StudentSpec spec = Students.spec(cell, 64, CHANNELS);
        for (float sign : new float[] {-1, 1}) {
            Map<String, float[]> p = Students.parameters(spec, 5);
            p.forEach(
                    (name, values) -> {
                        if (!name.startsWith("anchor.") && !name.startsWith("s")) {
                            Arrays.fill(values, sign * Parameters.LARGEST);
                        }
                    });
            for (String name :
                    List.of(
                            Parameters.ANCHOR_PROFILE,
                            Parameters.ANCHOR_TRANSITION,
                            Parameters.ANCHOR_SEASON)) {
                Arrays.fill(p.get(name), sign * Parameters.LARGEST);
            }
            for (int d = 0; d < CHANNELS; d++) {
                p.get(Parameters.ANCHOR_NOISE)[d * (CHANNELS + 1)] = Parameters.LARGEST;
            }
            Arrays.fill(p.get(Parameters.ANCHOR_MEASUREMENT), 1e-8f);
            Arrays.fill(p.get(Parameters.SHRINK), StudentWeights.MOST_SHRINK);
            Arrays.fill(p.get(Parameters.SPREAD), 1e4f);
            assertFinite(spec, p, sign);
        }
    }

    private static void assertFinite(StudentSpec spec, Map<String, float[]> p, float sign)
            throws BundleException, IOException {
        double[] largest = new double[CHANNELS];
        Arrays.fill(largest, Normaliser.LARGEST);
        Bundle bundle = Bundle.of(spec, new Normaliser(largest, largest), p, Map.of());
        assertFinite(bundle, sign);
        assertFinite(bundle.withOwnScale(1), sign);
    }

    private static void assertFinite(Bundle bundle, float sign) throws IOException {
        Life life = Life.with(Acting.always(1, bundle));
        double most = sign * Double.MAX_VALUE;
        double[][] slots = {
            {most, -most, 0, 1}, {NONE, most, -most, NONE}, {NONE, NONE, NONE, NONE}
        };
        for (int t = 0; t < 300; t++) {
            StepResult result = life.scored(Recording.START + t * HOUR, slots[t % 3].clone());
            for (int d = 0; d < CHANNELS; d++) {
                assertThat(result.expected[d]).as("slot %d", t).isFinite();
                assertThat(result.spread[d]).as("slot %d", t).isFinite().isPositive();
                if (Double.isNaN(slots[t % 3][d])) {
                    assertThat(result.imputed[d]).as("slot %d", t).isFinite();
                } else if (t > 2) {
                    assertThat(result.channelScore[d]).as("slot %d", t).isBetween(0f, 30f);
                }
            }
            for (float h : life.state.memory.student.h) {
                assertThat(h).isFinite();
            }
        }
        assertThat(Bits.of(Bits.state(Bits.of(life.state)))).isEqualTo(Bits.of(life.state));
    }
}
