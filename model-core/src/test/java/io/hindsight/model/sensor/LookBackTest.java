package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.spread.SpreadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookBackTest {
    private static final long SEED = 97;
    private static final double NONE = Double.NaN;
    private static final int LAG = GapCounts.LAG_SLOTS;

    @ParameterizedTest
    @EnumSource
    void revisionsAreThoseOfTheStepAndChangeNothingThatIsSaidAtOnce(CellKind cell) {
        revisesAsTheStepDoes(Students.random(Students.lookingBack(cell, 6, 3), SEED));
    }

    @ParameterizedTest
    @EnumSource
    void andSoTheyAreOnAScaleOfItsOwn(CellKind cell) {
        revisesAsTheStepDoes(
                Students.random(Students.lookingBack(cell, 6, 3), SEED).withOwnScale(15));
    }

    private static void revisesAsTheStepDoes(Bundle bundle) {
        Life life = Life.with(Acting.always(1, bundle));
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        OpenGaps gaps = step.newGaps().orElseThrow();
        StepResult result = new StepResult(3);
        Recording recording = Recording.hourly(3, 400, SEED).withSilences(10, SEED);
        int revised = 0;
        for (int t = 0; t < recording.length(); t++) {
            long time = recording.times[t];
            double[] values = recording.values[t];
            if (t > 0) {
                step.skipMissedSlots(memory, recording.times[t - 1], time, Optional.of(gaps));
            }
            step.step(memory, time, values, result);
            List<Revision> expected = step.lookBack(memory, result, gaps);

            Outcome.Scored found = life.scoredAs(time, values.clone());
            assertThat(found.revisions()).as("reading %d, seed %d", t, SEED).isEqualTo(expected);
            assertThat(Bits.ofStep(found.result()))
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(Bits.ofStep(result));
            revised += found.revisions().size();
        }
        assertThat(revised).isGreaterThan(100);
    }

    @Test
    void whatMayStillBeRevisedGoesBackToTheStartOfAGapAndNoFurtherThanIsKept() {
        Life life =
                Life.with(
                        Acting.always(
                                1, Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1)));
        life.accept(time(0), 1, NONE);
        assertThat(life.earliestOpenMillis()).as("a channel never seen").isEqualTo(Long.MAX_VALUE);
        life.accept(time(1), 1, 10);
        assertThat(life.earliestOpenMillis()).isEqualTo(Long.MAX_VALUE);
        for (int t = 2; t < 300; t++) {
            life.accept(time(t), NONE, 10);
            int first = Math.max(2, t - GapCounts.MOST_SLOTS + 2);
            assertThat(life.earliestOpenMillis()).as("slot %d", t).isEqualTo(time(first));
        }
        long earliest = life.earliestOpenMillis();
        Outcome.Scored closing = life.scoredAs(time(300), 1, 10);
        List<Long> times = new ArrayList<>();
        closing.revisions().forEach(revision -> times.add(revision.eventTimeMillis()));
        assertThat(times)
                .hasSize(GapCounts.MOST_SLOTS - 1)
                .startsWith(earliest)
                .endsWith(time(299));
        assertThat((int) closing.revisions().get(0).situation())
                .as("the first that is kept is far from both ends of the gap")
                .isEqualTo(SpreadTable.revised(GapCounts.MOST_SLOTS - 1, false));
        assertThat(life.earliestOpenMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void ofAChannelThatNeverComesBackEachSlotIsRevisedOnceWhenItIsFarEnoughBack() {
        Life life = Life.with(Acting.always(1, lookingBackOnTwo()));
        life.accept(time(0), 1, 10);
        List<Integer> revised = new ArrayList<>();
        for (int t = 1; t <= 300; t++) {
            List<Revision> revisions = life.scoredAs(time(t), NONE, 10 + t % 7).revisions();
            if (t < 2 * LAG || t % LAG != 0) {
                assertThat(revisions).as("slot %d", t).isEmpty();
            }
            for (Revision revision : revisions) {
                assertThat(revision.waitedMillis())
                        .isBetween(LAG * Students.HOUR, 2 * LAG * Students.HOUR - 1);
                assertThat(revision.channel()).isZero();
                revised.add((int) ((revision.eventTimeMillis() - time(0)) / Students.HOUR));
            }
        }
        List<Integer> all = IntStream.rangeClosed(1, 300 / LAG * LAG - LAG).boxed().toList();
        assertThat(revised).isEqualTo(all);
    }

    @Test
    void whereNothingWasSeenSinceThereIsNothingToLookBackFrom() {
        Life life = Life.with(Acting.always(1, lookingBackOnTwo()));
        life.accept(time(0), 1, 10);
        for (int t = 1; t <= 300; t++) {
            assertThat(life.scoredAs(time(t), NONE, NONE).revisions()).as("slot %d", t).isEmpty();
        }
    }

    private static Bundle lookingBackOnTwo() {
        return Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1);
    }

    @Test
    void aGapThatIsOpenAtAChangeOfMemoriesIsNotRevised() {
        Bundle bundle = Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1);
        Bundle other = Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 2);
        Life life = Life.with(Acting.always(1, bundle), new Acting(2, time(3), other));
        life.accept(time(0), 1, 10);
        life.accept(time(1), NONE, 10);
        assertThat(life.earliestOpenMillis()).isEqualTo(time(1));
        life.accept(time(3), NONE, 10);
        assertThat(life.earliestOpenMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(life.scoredAs(time(4), 1, 10).revisions()).isEmpty();
    }

    @Test
    void aVersionWithTheSameMemoryRevisesAGapThatTheLastOneLeftOpen() {
        Bundle bundle = Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1);
        Life life =
                Life.with(
                        Acting.always(1, bundle),
                        new Acting(2, time(2), bundle.withNote("why", "a repeat")));
        life.accept(time(0), 1, 10);
        life.accept(time(1), NONE, 10);
        assertThat(life.scoredAs(time(2), 1, 10).revisions()).hasSize(1);
    }

    private static long time(int slot) {
        return Recording.START + slot * Students.HOUR;
    }
}
