package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.step.StepHarness.Backend;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the keyed step makes of time: disorder, lateness, silence, standstill, shadows, oblivion.
 */
class OrderOfEventsTest {
    private static final String GROUP = "air";
    private static final int CHANNELS = 3;
    private static final int HOURS = 300;
    private static final List<String> SENSORS = List.of("a", "b", "c", "d", "e");
    private static final Bundle FIRST = Bundles.lookingBack(CellKind.GRU, 6, CHANNELS, 11);
    private static final Bundle SECOND = Bundles.lookingBack(CellKind.LSTM, 9, CHANNELS, 12);
    private static final ModelRelease ONE = Releases.of(GROUP, 1, FIRST).release();
    private static final ModelRelease TWO = Releases.of(GROUP, 2, SECOND).release();
    private static final long SWAP = Readings.at(150);
    private static final long BACK = Readings.at(220);
    private static final long END = Readings.at(HOURS + 5);

    @ParameterizedTest
    @CsvSource({"HEAP,1", "HEAP,3", "ROCKSDB,1", "ROCKSDB,3"})
    void shufflesWithinTheBoundGiveOneResultASlotAtTheWatermark(Backend backend, int parallelism)
            throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            List<Reading> readings = readings(seed);
            Map<String, Result> expected = expected(readings);
            try (StepHarness step =
                    StepHarness.on(backend, parallelism, StepHarness.AT_THE_WATERMARK)) {
                order(step);
                play(step, shuffled(readings, 3, seed), 3);
                step.watermark(END);

                assertThat(BestResults.of(step.results())).as("seed %d", seed).isEqualTo(expected);
                assertThat(step.results().stream().filter(r -> r.revision() == 0))
                        .as("seed %d", seed)
                        .hasSameSizeAs(expected.values());
                assertThat(step.deadLetters()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAP,1", "HEAP,3", "ROCKSDB,1", "ROCKSDB,3"})
    void onArrivalTheBestOfEachSlotIsTheSame(Backend backend, int parallelism) throws Exception {
        for (long seed = 4; seed <= 6; seed++) {
            List<Reading> readings = readings(seed);
            try (StepHarness step = StepHarness.on(backend, parallelism, StepHarness.ON_ARRIVAL)) {
                order(step);
                play(step, shuffled(readings, 5, seed), 5);
                step.watermark(END);

                assertThat(BestResults.of(step.results()))
                        .as("seed %d", seed)
                        .isEqualTo(expected(readings));
                assertThat(step.deadLetters()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void readingsBehindTheWatermarkAreRepairedAndDoublesDropped(Backend backend) throws Exception {
        List<Reading> readings = readings(7);
        List<Reading> sent = new ArrayList<>();
        for (Reading reading : shuffled(readings, 20, 7)) {
            sent.add(reading);
            if (sent.size() % 10 == 0) {
                sent.add(sent.get(sent.size() - 5));
            }
        }
        try (StepHarness step = StepHarness.on(backend, 2, StepHarness.AT_THE_WATERMARK)) {
            order(step);
            play(step, sent, 2);
            step.watermark(END);

            assertThat(BestResults.of(step.results())).isEqualTo(expected(readings));
            assertThat(step.deadLetters()).isEmpty();
            assertThat(step.results()).anyMatch(result -> result.revision() > 1);
        }
    }

    @Test
    void goesOnFromASnapshotInTheMidstOfDisorder() throws Exception {
        List<Reading> readings = readings(8);
        List<Reading> sent = shuffled(readings, 20, 8);
        int cut = sent.size() / 2;
        List<Result> results = new ArrayList<>();
        StepHarness.Snapshot snapshot;
        try (StepHarness step = StepHarness.on(Backend.ROCKSDB, 1, StepHarness.AT_THE_WATERMARK)) {
            order(step);
            play(step, sent.subList(0, cut), 2);
            snapshot = step.snapshot();
            results.addAll(step.results());
        }
        try (StepHarness step =
                StepHarness.restored(Backend.ROCKSDB, 3, StepHarness.AT_THE_WATERMARK, snapshot)) {
            play(step, sent.subList(cut, sent.size()), 2);
            step.watermark(END);
            results.addAll(step.results());
        }
        assertThat(BestResults.of(results)).isEqualTo(expected(readings));
    }

    @Test
    void whatIsBehindTheSecondBoundIsADeadLetterWithItsReason() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(ONE);
            for (int hour = 0; hour < 60; hour++) {
                step.read(reading("a", hour));
            }
            step.watermark(Readings.at(60));
            step.read(reading("b", 29));
            step.read(reading("b", 30));
            step.read(reading("b", 31));

            assertThat(step.deadLetters())
                    .extracting(letter -> letter.fault().reason())
                    .containsExactly(DeadLetter.Fault.LATE, DeadLetter.Fault.LATE);
            assertThat(step.deadLetters().get(0).fault().rule())
                    .isEqualTo("must be at most PT30H behind the watermark, 2024-01-03T12:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void theOutageRaisesTheAlarmAndTheReturnEndsIt(Backend backend) throws Exception {
        try (StepHarness step = StepHarness.on(backend, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(ONE);
            for (int hour = 0; hour < 40; hour++) {
                step.read(reading("a", hour));
                step.read(reading("b", hour));
            }
            for (int hour = 40; hour < 300; hour++) {
                step.read(reading("b", hour));
            }
            step.watermark(Readings.at(41));
            assertThat(silences(step)).isEmpty();
            step.watermark(Readings.at(42));
            assertThat(silences(step))
                    .extracting(Episode::phase)
                    .containsExactly(Episode.Phase.OPEN);
            assertThat(silences(step).get(0).startMillis()).isEqualTo(Readings.at(40));
            assertThat(silences(step).get(0).sensor()).isEqualTo("a");
            step.watermark(Readings.at(290));
            step.read(reading("a", 291));
            step.watermark(Readings.at(292));
            assertThat(silences(step))
                    .extracting(Episode::phase)
                    .containsExactly(Episode.Phase.OPEN, Episode.Phase.LOST, Episode.Phase.CLOSED);

            List<Result> missing =
                    step.results().stream()
                            .filter(r -> r.sensor().equals("a") && r.revision() == 0)
                            .toList();
            assertThat(missing.stream().filter(r -> r.status().equals(Result.MISSING)))
                    .hasSize(167)
                    .allSatisfy(
                            r ->
                                    assertThat(r.channels())
                                            .allSatisfy(c -> assertThat(c.imputed()).isFinite()));
            assertThat(missing.stream().filter(r -> r.status().equals(Result.LOST))).hasSize(1);
            assertThat(step.results())
                    .as("nobody knows what was between the last of them and the return")
                    .allSatisfy(r -> assertThat(r.revision()).isZero());
        }
    }

    @Test
    void whenAllReadingsStandStillEventTimeGoesOnByTheClock() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(ONE);
            for (int hour = 0; hour < 40; hour++) {
                step.read(reading("a", hour));
            }
            step.watermark(Readings.at(38));
            assertThat(step.results()).hasSize(39);
            step.quiet(Readings.at(41), Readings.at(44));
            assertThat(step.results()).as("there are readings on their way").hasSize(39);
            step.quiet(Readings.at(38), Readings.at(39));
            assertThat(step.results()).as("the last one need not wait").hasSize(40);
            step.quiet(Readings.at(38), Readings.at(43));
            step.quiet(Readings.at(38), Readings.at(44));
            assertThat(step.results()).hasSize(44);
            assertThat(silences(step))
                    .extracting(Episode::phase)
                    .containsExactly(Episode.Phase.OPEN);

            // It was the way here that stood still, not the sensor.
            for (int hour = 40; hour < 60; hour++) {
                step.read(reading("a", hour));
            }
            step.watermark(Readings.at(60));
            DirectRun direct = new DirectRun();
            direct.activate(ONE);
            for (int hour = 0; hour < 60; hour++) {
                direct.read(reading("a", hour));
            }
            assertThat(BestResults.of(step.results())).isEqualTo(BestResults.of(direct.results));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void ofASensorThatIsGoneForGoodNothingStays(Backend backend) throws Exception {
        StepOptions options =
                new StepOptions(
                        StepHarness.ALARMS, false, Duration.ofHours(30), Duration.ofHours(400));
        try (StepHarness step = StepHarness.on(backend, 2, options)) {
            order(step);
            for (Reading reading : readings(9)) {
                step.read(reading);
            }
            step.watermark(END);
            assertThat(step.sensorsWithState()).isEqualTo(SENSORS.size());
            assertThat(step.timers()).isEqualTo(SENSORS.size());
            step.watermark(END + Duration.ofHours(500).toMillis());
            assertThat(step.sensorsWithState()).isZero();
            assertThat(step.timers()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aShadowTakesTheSameReadingsAndSaysWhatItWouldIfItWereActive(Backend backend)
            throws Exception {
        List<Reading> readings = readings(10);
        Orders orders =
                Orders.of(GROUP)
                        .then(ModelSchedule.Kind.ACTIVATE, 1)
                        .decided(Long.MIN_VALUE)
                        .then(ModelSchedule.Kind.SHADOW, 2)
                        .decided(SWAP)
                        .then(ModelSchedule.Kind.SHADOW, 0)
                        .decided(BACK);
        DirectRun second = new DirectRun();
        second.activate(ONE);
        second.activate(TWO, SWAP);
        second.readAll(readings);
        try (StepHarness step = StepHarness.on(backend, 1, StepHarness.AT_THE_WATERMARK)) {
            step.broadcast(ONE);
            step.broadcast(TWO);
            step.order(orders);
            play(step, shuffled(readings, 3, 10), 3);
            step.watermark(END);

            DirectRun first = new DirectRun();
            first.activate(ONE);
            first.readAll(readings);
            first.fill(END);
            assertThat(BestResults.of(step.results())).isEqualTo(BestResults.of(first.results));
            Map<String, Result> shadow = BestResults.of(step.shadowResults());
            Map<String, Result> expected = BestResults.of(second.results);
            // Profiles of the version that acted before are carried by it alone, and what was open
            // at the start or the end of the shadow's time is another's to revise.
            assertThat(shadow.values())
                    .isNotEmpty()
                    .allSatisfy(
                            r -> {
                                assertThat(r.modelVersion()).isEqualTo(2);
                                assertThat(r.eventTimeMillis()).isBetween(SWAP, BACK - 1);
                            });
            assertThat(shadow.keySet()).isSubsetOf(expected.keySet());
            assertThat(shadow).hasSizeGreaterThan(300);
        }
    }

    private static void order(StepHarness step) throws Exception {
        step.activate(ONE);
        step.activate(TWO, SWAP);
        Orders again = Orders.of(GROUP);
        again.then(ModelSchedule.Kind.ACTIVATE, 1).decided(Long.MIN_VALUE);
        again.then(ModelSchedule.Kind.ACTIVATE, 2).decided(SWAP);
        again.then(ModelSchedule.Kind.ACTIVATE, 1).decided(BACK);
        step.order(again);
    }

    private static Map<String, Result> expected(List<Reading> readings) throws Exception {
        DirectRun direct = new DirectRun();
        direct.activate(ONE);
        direct.activate(TWO, SWAP);
        direct.activate(ONE, BACK);
        direct.readAll(readings);
        direct.fill(END);
        return BestResults.of(direct.results);
    }

    /** With watermarks that trail the latest reading. */
    private static void play(StepHarness step, List<Reading> readings, int boundHours)
            throws Exception {
        long latest = Long.MIN_VALUE;
        for (Reading reading : readings) {
            step.read(reading);
            latest = Math.max(latest, reading.eventTimeMillis());
            step.watermark(latest - boundHours * Readings.HOUR - 1);
        }
    }

    private static List<Episode> silences(StepHarness step) {
        return step.episodes().stream().filter(e -> e.kind() == Episode.Kind.SILENCE).toList();
    }

    private static List<Reading> readings(long seed) {
        return Readings.series(GROUP, SENSORS, CHANNELS, HOURS, seed).stream()
                .filter(r -> !(r.sensor().equals("c") && isBetween(r, 100, 130)))
                .toList();
    }

    private static boolean isBetween(Reading reading, int from, int to) {
        return reading.eventTimeMillis() >= Readings.at(from)
                && reading.eventTimeMillis() < Readings.at(to);
    }

    private static List<Reading> shuffled(List<Reading> readings, int boundHours, long seed) {
        Random random = new Random(seed);
        record Sent(Reading reading, double at) {}
        return readings.stream()
                .map(
                        r ->
                                new Sent(
                                        r,
                                        r.eventTimeMillis()
                                                + random.nextDouble() * boundHours * Readings.HOUR))
                .sorted(Comparator.comparingDouble(Sent::at))
                .map(Sent::reading)
                .toList();
    }

    private static Reading reading(String sensor, int hour) {
        double value = Math.sin(hour / 4.0);
        return new Reading(
                sensor, GROUP, Readings.at(hour), new double[] {value, 2 * value, -value});
    }
}
