package io.hindsight.model.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.revise.GapLog;
import io.hindsight.model.spread.SpreadTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenGapsTest {
    private static final long SEED = 97;
    private static final double NONE = Double.NaN;

    private final Sensor sensor = new Sensor(new EpisodeTracker(3f, 3));
    private Models models = Models.none();
    private final SensorState state = new SensorState();
    private final InputHistory history = InputHistory.onHeap();
    private final OpenGaps gaps = new OpenGaps();

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

    private void revisesAsTheStepDoes(Bundle bundle) {
        models = Models.of(bundle);
        Life causal = Life.with(Acting.always(1, bundle));
        SensorStep step = new SensorStep(bundle);
        ModelMemory memory = step.newMemory();
        Optional<LookBack> lookBack = LookBack.of(bundle);
        StepResult result = new StepResult(3);
        Recording recording = Recording.hourly(3, 400, SEED).withSilences(10, SEED);
        int revised = 0;
        long earliest = Long.MAX_VALUE;
        for (int t = 0; t < recording.length(); t++) {
            long time = recording.times[t];
            double[] values = recording.values[t];
            if (t > 0) {
                step.skipMissedSlots(memory, recording.times[t - 1], time, lookBack);
            }
            step.step(memory, time, values, result);
            List<Revision> expected = step.lookBack(memory, result, lookBack.get());

            Outcome.Scored found = (Outcome.Scored) accept(time, values.clone());
            assertThat(found.revisions()).as("reading %d, seed %d", t, SEED).isEqualTo(expected);
            assertThat(Bits.of(found.result()))
                    .as("reading %d, seed %d", t, SEED)
                    .isEqualTo(Bits.of(causal.scored(time, values.clone())));
            long last = t == 0 ? time : recording.times[t - 1];
            for (Revision revision : found.revisions()) {
                assertThat(revision.eventTimeMillis())
                        .as("reading %d, seed %d", t, SEED)
                        .isBetween(Math.min(earliest, last + 1), time - 1);
            }
            earliest = gaps.earliestMillis();
            revised += found.revisions().size();
        }
        assertThat(revised).isGreaterThan(100);
    }

    @Test
    void whatMayStillBeRevisedGoesBackToTheStartOfAGapAndNoFurtherThanTheLogDoes() {
        models = Models.of(Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1));
        accept(time(0), 1, NONE);
        assertThat(gaps.earliestMillis()).as("a channel never seen").isEqualTo(Long.MAX_VALUE);
        accept(time(1), 1, 10);
        assertThat(gaps.earliestMillis()).isEqualTo(Long.MAX_VALUE);
        for (int t = 2; t < 300; t++) {
            accept(time(t), NONE, 10);
            int first = Math.max(2, t - GapLog.MOST_SLOTS + 2);
            assertThat(gaps.earliestMillis()).as("slot %d", t).isEqualTo(time(first));
        }
        long earliest = gaps.earliestMillis();
        Outcome.Scored closing = (Outcome.Scored) accept(time(300), 1, 10);
        List<Long> times = new ArrayList<>();
        closing.revisions().forEach(revision -> times.add(revision.eventTimeMillis()));
        assertThat(times).hasSize(GapLog.MOST_SLOTS - 1).startsWith(earliest).endsWith(time(299));
        assertThat((int) closing.revisions().get(0).situation())
                .as("the first that is kept is far from both ends of the gap")
                .isEqualTo(SpreadTable.revised(GapLog.MOST_SLOTS - 1, false));
        assertThat(gaps.earliestMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aGapThatIsOpenAtAChangeOfModelsIsNotRevised() {
        Bundle bundle = Students.random(Students.lookingBack(CellKind.GRU, 4, 2), 1);
        models = Models.of(bundle);
        models = models.then(time(3), new Model(2, bundle));
        accept(time(0), 1, 10);
        accept(time(1), NONE, 10);
        assertThat(gaps.earliestMillis()).isEqualTo(time(1));
        accept(time(3), NONE, 10);
        assertThat(gaps.earliestMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(((Outcome.Scored) accept(time(4), 1, 10)).revisions()).isEmpty();
    }

    private static long time(int slot) {
        return Recording.START + slot * Students.HOUR;
    }

    private Outcome accept(long time, double... values) {
        return sensor.accept(state, history, models, Optional.of(gaps), time, values);
    }
}
