package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.step.StepHarness.Backend;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import org.junit.jupiter.api.Test;

/** A stream that stands still for long, and shadows that are unlike the active model. */
class StandstillAndShadowTest {
    private static final String GROUP = "air";
    private static final ModelRelease LOOKING_BACK =
            Releases.of(GROUP, 1, Bundles.lookingBack(CellKind.GRU, 6, 2, 21)).release();
    private static final ModelRelease IN_CONTEXT =
            Releases.of(GROUP, 2, Bundles.inContext(2, 0, 22)).release();
    private static final ModelRelease OF_THREE =
            Releases.of(GROUP, 2, Bundles.random(CellKind.LSTM, 5, 3, 23)).release();

    @Test
    void aLongStandstillIsGuessedToItsEndThoughAChannelWasMissingBefore() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.ROCKSDB, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(LOOKING_BACK);
            for (int hour = 0; hour < 120; hour++) {
                step.read(reading("a", hour, 1, hour < 50 ? 2 : Double.NaN));
            }
            step.watermark(Readings.at(119));
            int said = step.results().size();
            for (int hour = 122; hour < 330; hour += 2) {
                step.quiet(Readings.at(119), Readings.at(hour));
            }
            assertThat(step.results().subList(said, step.results().size()))
                    .hasSize(168)
                    .allSatisfy(r -> assertThat(r.revision()).isZero())
                    .last()
                    .satisfies(r -> assertThat(r.status()).isEqualTo(Result.LOST));
        }
    }

    @Test
    void readingsThatWaitForTheirContextAreNotSaidToBeMissing() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(IN_CONTEXT);
            for (int hour = 0; hour < 40; hour++) {
                step.read(reading("a", hour, 1, 2));
                step.watermark(Readings.at(hour));
            }
            int said = step.results().size();
            step.quiet(Readings.at(39), Readings.at(40) + Readings.HOUR / 4);
            step.quiet(Readings.at(39), Readings.at(40) + 3 * Readings.HOUR / 4);
            assertThat(step.results()).as("the last reading is on its way").hasSize(said);
        }
    }

    @Test
    void aShadowWithAContextJoinsASensorWithALongPast() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.ROCKSDB, 1, StepHarness.AT_THE_WATERMARK)) {
            shadow(step, IN_CONTEXT, Readings.at(150));
            for (int hour = 0; hour < 200; hour++) {
                step.read(reading("a", hour, hour % 5, 2));
            }
            step.watermark(Readings.at(200));
            assertThat(step.shadowResults()).hasSize(50);
        }
    }

    @Test
    void aShadowThatTakesOtherReadingsLeavesTheSensorAlone() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP, 1, StepHarness.AT_THE_WATERMARK)) {
            shadow(step, OF_THREE, ModelTimes.Time.FROM_THE_BEGINNING);
            for (int hour = 0; hour < 40; hour++) {
                step.read(reading("a", hour, 1, 2));
                step.watermark(Readings.at(hour));
            }
            step.watermark(Readings.at(60));
            assertThat(step.shadowResults()).isEmpty();
            assertThat(step.episodes())
                    .filteredOn(episode -> episode.kind() == Episode.Kind.SILENCE)
                    .extracting(Episode::phase)
                    .containsExactly(Episode.Phase.OPEN);
        }
    }

    @Test
    void whatWasTooLateBeforeAFailureIsTooLateAfterIt() throws Exception {
        StepHarness.Snapshot snapshot;
        try (StepHarness step = StepHarness.on(Backend.HEAP, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(LOOKING_BACK);
            for (int hour = 0; hour < 80; hour++) {
                step.read(reading("a", hour, 1, 2));
            }
            step.watermark(Readings.at(79));
            snapshot = step.snapshot();
        }
        try (StepHarness step =
                StepHarness.restored(Backend.HEAP, 2, StepHarness.AT_THE_WATERMARK, snapshot)) {
            long time = Readings.at(40) + 60_000;
            step.read(new Reading("a", GROUP, time, new double[] {9, 9}));
            step.watermark(Readings.at(80));
            assertThat(step.deadLetters())
                    .extracting(letter -> letter.fault().reason())
                    .containsExactly(DeadLetter.Fault.LATE);
        }
    }

    /** One looks back for good, and a version 2 runs beside it from a time on. */
    private static void shadow(StepHarness step, ModelRelease second, long fromMillis)
            throws Exception {
        step.broadcast(LOOKING_BACK);
        step.broadcast(second);
        step.order(
                Orders.of(GROUP)
                        .then(Kind.ACTIVATE, 1)
                        .decided(ModelTimes.Time.FROM_THE_BEGINNING)
                        .then(Kind.SHADOW, 2)
                        .decided(fromMillis));
    }

    private static Reading reading(String sensor, int hour, double... values) {
        return new Reading(sensor, GROUP, Readings.at(hour), values);
    }
}
