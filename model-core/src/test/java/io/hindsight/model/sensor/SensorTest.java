package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorTest {
    private static final long SEED = 51;
    private static final int CHANNELS = 3;
    private static final long T0 = Recording.START;
    private static final long HOUR = Students.HOUR;
    private static final double NONE = Double.NaN;

    /** Another season than that of {@code one}: its profiles cannot be carried over. */
    private static final AnchorSpec HALF_DAYS =
            new AnchorSpec(AnchorKind.FILTER, 2, FilterForm.FULL, new Season(12 * HOUR, 12), 2);

    private final Bundle one = Students.random(CellKind.LSTM, 8, CHANNELS, 1);
    private final Bundle two = Students.random(CellKind.GRU, 5, CHANNELS, 2);
    private final Recording recording = Recording.hourly(CHANNELS, 400, SEED);

    @ParameterizedTest
    @EnumSource
    void predictsBeforeItSeesTheReading(CellKind cell) {
        Bundle bundle = Students.random(cell, 8, CHANNELS, 3);
        Life quiet = Life.with(Acting.always(1, bundle));
        Life loud = Life.with(Acting.always(1, bundle));
        quiet.play(recording, 0, 50);
        loud.play(recording, 0, 50);
        StepResult calm = quiet.scored(recording.times[50], 1, 11, 21);
        StepResult wild = loud.scored(recording.times[50], -7, 25, 3);
        assertThat(wild.expected).isEqualTo(calm.expected);
        assertThat(wild.spread).isEqualTo(calm.spread);
        assertThat(wild.score).isGreaterThan(calm.score);
        assertThat(loud.scored(recording.times[51], 1, 11, 21).expected)
                .isNotEqualTo(quiet.scored(recording.times[51], 1, 11, 21).expected);
    }

    @Test
    void imputesWhereAValueIsMissingAndScoresWhereOneWasSeenBefore() {
        Life life = Life.with(Acting.always(1, one));
        boolean[] seen = new boolean[CHANNELS];
        for (int t = 0; t < recording.length(); t++) {
            StepResult result = life.scored(recording.times[t], recording.values[t].clone());
            boolean any = false;
            for (int d = 0; d < CHANNELS; d++) {
                boolean observed = !Double.isNaN(recording.values[t][d]);
                assertThat(result.observed).isEqualTo(recording.values[t]);
                assertThat(Float.isNaN(result.imputed[d]))
                        .as("t=%d d=%d", t, d)
                        .isEqualTo(observed);
                assertThat(Float.isNaN(result.channelScore[d])).isEqualTo(!(observed && seen[d]));
                assertThat(result.expected[d]).isFinite();
                assertThat(result.spread[d]).isFinite().isPositive();
                any |= observed && seen[d];
                seen[d] |= observed;
            }
            assertThat(Float.isNaN(result.score)).isEqualTo(!any);
            assertThat(result.eventTimeMillis).isEqualTo(recording.times[t]);
        }
    }

    @Test
    void imputesFromTheChannelsSeenAtTheSameMoment() {
        Life low = Life.with(Acting.always(1, one));
        Life high = Life.with(Acting.always(1, one));
        low.play(recording, 0, 20);
        high.play(recording, 0, 20);
        float imputedLow = low.scored(recording.times[20], NONE, 10, 20).imputed[0];
        float imputedHigh = high.scored(recording.times[20], NONE, 14, 20).imputed[0];
        assertThat(imputedHigh).isNotEqualTo(imputedLow);
    }

    @Test
    void anOutlierIsScoredInFullButRememberedWithinLimits() {
        // Channel 0 has mean 0 and scale 1: both readings are more than 8 scales out.
        Life far = Life.with(Acting.always(1, one));
        Life farther = Life.with(Acting.always(1, one));
        far.play(recording, 0, 20);
        farther.play(recording, 0, 20);
        StepResult a = far.scored(recording.times[20], 20, NONE, 20);
        StepResult b = farther.scored(recording.times[20], 20_000, NONE, 20);
        assertThat(b.channelScore[0]).isGreaterThan(a.channelScore[0] + 5);
        assertThat(b.imputed).isEqualTo(a.imputed);
        assertThat(b.observed[0]).isEqualTo(20_000);
        assertThat(Bits.of(farther.state.memory)).isEqualTo(Bits.of(far.state.memory));
    }

    @Test
    void aMissedSlotEqualsAReadingOfHoles() {
        Life silent = Life.with(Acting.always(1, one));
        Life holes = Life.with(Acting.always(1, one));
        silent.play(recording, 0, 30);
        holes.play(recording, 0, 30);
        for (int slot = 30; slot < 35; slot++) {
            holes.accept(T0 + slot * HOUR, NONE, NONE, NONE);
        }
        assertThat(Bits.of(silent.scored(T0 + 35 * HOUR, 1, 2, 3)))
                .isEqualTo(Bits.of(holes.scored(T0 + 35 * HOUR, 1, 2, 3)));
    }

    @Test
    void aReadingAQuarterOfASlotLateOrEarlyMissesNone() {
        for (long off : new long[] {-HOUR / 4, HOUR / 4}) {
            Life life = Life.with(Acting.always(1, one));
            life.accept(T0, 1, 2, 3);
            life.accept(T0 + HOUR + off, NONE, NONE, NONE);
            assertThat(life.state.memory.student.age).containsOnly(1f);
            life.accept(T0 + 3 * HOUR + off, NONE, NONE, NONE);
            assertThat(life.state.memory.student.age).containsOnly(3f);
        }
    }

    @Test
    void aLongSilenceIsSteppedThroughOnlySoFar() {
        Life life = Life.with(Acting.always(1, one));
        life.accept(T0, 1, 2, 3);
        life.accept(T0 + 100_000 * HOUR, NONE, NONE, NONE);
        assertThat(life.state.memory.student.age).containsOnly(SensorStep.MOST_MISSED_SLOTS + 1f);
    }

    @Test
    void anIrregularSensorMissesNothing() {
        Life life = Life.with(Acting.always(1, irregular()));
        life.accept(T0, 1, 2);
        life.accept(T0 + 500 * HOUR + HOUR / 4, NONE, 3);
        assertThat(life.misses).isEmpty();
        assertThat(life.state.memory.student.age).containsExactly(500.25f, 0f);
        life.accept(T0 + 501 * HOUR, NONE, NONE);
        assertThat(life.state.memory.student.age).containsExactly(501f, 0.75f);
    }

    @Test
    void whenAReadingOfAnIrregularSensorComesChangesWhatIsExpectedAndImputed() {
        StepResult early = afterAFirstReading(HOUR);
        StepResult late = afterAFirstReading(9 * HOUR);
        assertThat(late.expected).doesNotContain(early.expected);
        assertThat(late.imputed[1]).isNotNaN().isNotEqualTo(early.imputed[1]);
    }

    private static StepResult afterAFirstReading(long afterMillis) {
        StudentSpec spec =
                new StudentSpec(
                        CellKind.LSTM, 4, List.of("a", "b"), List.of("", ""), HOUR, List.of());
        Life life = Life.with(Acting.always(1, Students.random(spec.irregular(HOUR), 1)));
        life.accept(T0, 1, 2);
        return life.scored(T0 + afterMillis, 1, NONE);
    }

    private static Bundle irregular() {
        return Students.random(Students.irregular(CellKind.GRU, 4, 2), 1);
    }

    @Test
    void refusesAnotherNumberOfChannelsAndStaysAsItWas() {
        Life life = Life.with(Acting.always(1, one));
        life.play(recording, 0, 30);
        byte[] before = Bits.of(life.state);
        assertThat(life.accept(T0 + 30 * HOUR, 1, 2)).isEqualTo(new Outcome.Refused(2, 3));
        assertThat(Bits.of(life.state)).isEqualTo(before);
    }

    @Test
    void readingsThatWaitForAModelAreNotLost() {
        Recording gappy = recording.withSilences(20, SEED);
        Life waited = new Life();
        for (int t = 0; t < 60; t++) {
            assertThat(waited.accept(gappy.times[t], gappy.values[t].clone()))
                    .isEqualTo(new Outcome.Waiting(List.of()));
        }
        waited.models = Models.of(one);
        Life fromTheStart = Life.with(Acting.always(1, one));
        fromTheStart.play(gappy, 0, 60);
        for (int t = 60; t < gappy.length(); t++) {
            assertThat(Bits.ofStep(waited.play(gappy, t, t + 1)))
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(Bits.ofStep(fromTheStart.play(gappy, t, t + 1)));
        }
        assertThat(Bits.of(waited.state.memory)).isEqualTo(Bits.of(fromTheStart.state.memory));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 96, 97, 250})
    void aNewModelStartsFromTheLastNinetySixInputs(int swap) {
        Recording gappy = recording.withSilences(10, SEED);
        Bundle two = Students.random(Students.spec(CellKind.GRU, 5, CHANNELS, 0, HALF_DAYS), 2);
        Life swapped = Life.with(Acting.always(1, one), new Acting(2, gappy.times[swap], two));
        swapped.play(gappy, 0, swap);
        assertThat(swapped.state.modelVersion()).isEqualTo(1);

        Life fresh = Life.with(Acting.always(2, two));
        fresh.play(gappy, Math.max(0, swap - 96), swap);
        for (int t = swap; t < swap + 40; t++) {
            Outcome.Scored a = (Outcome.Scored) swapped.play(gappy, t, t + 1);
            Outcome.Scored b = (Outcome.Scored) fresh.play(gappy, t, t + 1);
            assertThat(a.modelVersion()).isEqualTo(2);
            assertThat(Bits.ofStep(a.result()))
                    .as("reading %d", t)
                    .isEqualTo(Bits.ofStep(b.result()));
        }
        assertThat(Bits.of(swapped.state.memory)).isEqualTo(Bits.of(fresh.state.memory));
    }

    @Test
    void aModelActsFromItsActivationTimeOn() {
        Life life =
                Life.with(new Acting(1, T0 + 10 * HOUR, one), new Acting(2, T0 + 20 * HOUR, two));
        List<Long> versions = new ArrayList<>();
        for (int t = 0; t < 30; t++) {
            if (life.play(recording, t, t + 1) instanceof Outcome.Scored scored) {
                versions.add(scored.modelVersion());
            }
        }
        assertThat(versions).hasSize(20).startsWith(1L).endsWith(2L);
        assertThat(versions.lastIndexOf(1L)).isEqualTo(9);
    }

    @Test
    void aModelOfOtherChannelsSkipsThePastThatItCannotRead() {
        Life life =
                Life.with(
                        Acting.always(1, one),
                        new Acting(2, T0 + 5 * HOUR, Students.random(CellKind.GRU, 4, 2, 1)));
        life.play(recording, 0, 5);
        assertThat(life.accept(T0 + 5 * HOUR, 1, 2, 3)).isInstanceOf(Outcome.Refused.class);
        StepResult result = life.scored(T0 + 6 * HOUR, 1, 2);
        assertThat(result.score).isNaN();
        assertThat(life.state.modelVersion()).isEqualTo(2);
    }

    @Test
    void tellsOfAnEpisodeWithItsPeak() {
        Life life = Life.with(Acting.always(1, one));
        life.play(recording, 0, 240);
        Outcome.Scored scored = (Outcome.Scored) life.accept(T0 + 240 * HOUR, 0, 10, 9000);
        assertThat(scored.changes().get(0).episode().startMillis()).isEqualTo(T0 + 240 * HOUR);
        assertThat(scored.changes().get(0).episode().peak().channel()).isEqualTo(2);
        assertThat(scored.changes().get(0).episode().peak().observed()).isEqualTo(9000);
        assertThat(scored.changes().get(0).episode().peak().expected())
                .isEqualTo(scored.result().expected[2]);
        assertThat(scored.result().strongestChannel()).isEqualTo(2);
    }

    @Test
    void theLargestFiniteValueLeavesAMemoryThatIsFinite() {
        Life life = Life.with(Acting.always(1, one));
        for (int t = 0; t < 100; t++) {
            double extreme = t % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE;
            StepResult result = life.scored(T0 + t * HOUR, extreme, -extreme, NONE);
            assertThat(result.imputed[2]).isFinite();
        }
        for (float h : life.state.memory.student.h) {
            assertThat(h).isFinite();
        }
    }
}
