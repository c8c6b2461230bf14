package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Records;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.step.StepHarness.Backend;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SensorStepFunctionTest {
    private static final String GROUP = "air";
    private static final int CHANNELS = 3;
    private static final int HOURS = 400;
    private static final List<String> SENSORS = List.of("a", "b", "c", "d", "e");
    private static final Bundle FIRST = Bundles.random(CellKind.GRU, 6, CHANNELS, 11);
    private static final Bundle SECOND = Bundles.random(CellKind.LSTM, 9, CHANNELS, 12);
    private static final Comparator<Result> ORDER =
            Comparator.comparingLong(Result::eventTimeMillis)
                    .thenComparing(Result::sensor)
                    .thenComparingInt(Result::revision);

    @Test
    void readingsWaitBeforeTheFirstModel() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            Reading reading = reading("a", 0, 1, Double.NaN, 3);
            step.activate(Releases.of("another group", 1, FIRST).release());
            step.read(reading);

            assertThat(step.results()).hasSize(1);
            Result waiting = step.results().get(0);
            assertThat(waiting.status()).isEqualTo(Result.WAITING);
            assertThat(waiting.channels())
                    .extracting(ChannelResult::observed)
                    .containsExactly(1.0, Double.NaN, 3.0);
            assertThat(step.deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void saysWhatModelCoreSaysBitForBit(Backend backend) throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            List<Reading> readings = series(seed);
            ModelRelease release = Releases.of(GROUP, 1, FIRST).release();
            DirectRun direct = new DirectRun();
            try (StepHarness step = StepHarness.on(backend)) {
                step.readAll(readings.subList(0, 100));
                direct.readAll(readings.subList(0, 100));
                step.activate(release, readings.get(100).eventTimeMillis());
                direct.activate(release, readings.get(100).eventTimeMillis());
                step.readAll(readings.subList(100, readings.size()));
                direct.readAll(readings.subList(100, readings.size()));

                assertSame(step.results(), direct.results, "seed " + seed);
                assertThat(step.episodes()).as("seed %d", seed).isEqualTo(direct.episodes);
                assertThat(direct.episodes).as("seed %d", seed).isNotEmpty();
            }
        }
    }

    @Test
    void aWrongChannelCountIsADeadLetterAndChangesNothing() throws Exception {
        DirectRun direct = new DirectRun();
        ModelRelease release = Releases.of(GROUP, 1, FIRST).release();
        List<Reading> readings = series(5).subList(0, 100);
        direct.activate(release);
        direct.readAll(readings);
        Reading wrong = reading("a", HOURS, 1, 2);
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(release);
            step.readAll(readings.subList(0, 50));
            step.read(wrong);
            step.readAll(readings.subList(50, 100));

            assertSame(step.results(), direct.results, "seed 5");
            assertThat(step.deadLetters())
                    .containsExactly(
                            letter(
                                    50,
                                    wrong,
                                    new DeadLetter.Fault(
                                            DeadLetter.Fault.CHANNEL_COUNT,
                                            "values",
                                            "must have one value for each of the model's 3"
                                                    + " channels",
                                            "2")));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aWrongChannelCountIsNotInTheWayOfARightReadingOfItsMoment(Backend backend)
            throws Exception {
        try (StepHarness step = StepHarness.on(backend, 1, StepHarness.AT_THE_WATERMARK)) {
            step.activate(Releases.of(GROUP, 1, FIRST).release());
            step.read(reading("a", 0, 1, 2));
            step.read(reading("a", 0, 1, 2, 3));
            step.read(reading("a", 0, 1, 2, 3));
            step.watermark(Readings.at(0));

            assertThat(step.results()).hasSize(1);
            assertThat(step.results().get(0).status()).isEqualTo(Result.SCORED);
            assertThat(step.deadLetters())
                    .extracting(letter -> letter.fault().reason())
                    .containsExactly(DeadLetter.Fault.CHANNEL_COUNT);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void aReleaseInMidStreamTakesOverInEventTime(Backend backend) throws Exception {
        List<Reading> readings = series(6);
        long swap = Readings.at(HOURS / 2);
        ModelRelease first = Releases.of(GROUP, 1, FIRST).release();
        ModelRelease second = Releases.of(GROUP, 2, SECOND).release();
        DirectRun direct = new DirectRun();
        direct.activate(first);
        direct.activate(second, swap);
        direct.readAll(readings);
        int before = (int) readings.stream().filter(r -> r.eventTimeMillis() < swap).count();
        for (int arrival : new int[] {0, 100, before}) {
            try (StepHarness step = StepHarness.on(backend)) {
                step.activate(first);
                step.readAll(readings.subList(0, arrival));
                step.activate(second, swap);
                step.readAll(readings.subList(arrival, readings.size()));

                assertSame(step.results(), direct.results, "seed 6, arrival " + arrival);
                assertThat(step.results())
                        .as("no blind spot")
                        .allSatisfy(
                                result -> {
                                    assertThat(result.status()).isIn(Result.SCORED, Result.MISSING);
                                    assertThat(result.modelVersion())
                                            .isEqualTo(result.eventTimeMillis() < swap ? 1 : 2);
                                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAP,1", "HEAP,2", "ROCKSDB,1", "ROCKSDB,2"})
    void goesOnFromASnapshotAsIfNothingHadHappened(Backend backend, int parallelism)
            throws Exception {
        List<Reading> readings = series(7);
        int cut = 700;
        ModelRelease first = Releases.of(GROUP, 1, FIRST).release();
        ModelRelease second = Releases.of(GROUP, 2, SECOND).release();
        long swap = Readings.at(300);
        DirectRun direct = new DirectRun();
        direct.activate(first);
        direct.activate(second, swap);
        direct.readAll(readings);

        List<Result> results = new ArrayList<>();
        List<Episode> episodes = new ArrayList<>();
        StepHarness.Snapshot snapshot;
        try (StepHarness step = StepHarness.on(backend)) {
            step.activate(first);
            step.activate(second, swap);
            step.readAll(readings.subList(0, cut));
            snapshot = step.snapshot();
            results.addAll(step.results());
            episodes.addAll(step.episodes());
            step.readAll(readings.subList(cut, cut + 50)); // lost with the job
        }
        try (StepHarness step = StepHarness.restored(backend, parallelism, snapshot)) {
            step.readAll(readings.subList(cut, 2 * cut));
            snapshot = step.snapshot();
            results.addAll(step.results());
            episodes.addAll(step.episodes());
        }
        try (StepHarness step = StepHarness.restored(backend, 1, snapshot)) {
            step.readAll(readings.subList(2 * cut, readings.size()));
            results.addAll(step.results());
            episodes.addAll(step.episodes());

            assertThat(step.kept()).containsExactly("air", "air/1", "air/2", "air/times");
        }

        assertSame(
                results.stream().sorted(ORDER).toList(),
                direct.results.stream().sorted(ORDER).toList(),
                "seed 7");
        assertThat(episodes).containsExactlyInAnyOrderElementsOf(direct.episodes);
    }

    @Test
    void anEpisodeComesOutOnceWhenOpenedAndOnceWhenClosed() throws Exception {
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(Releases.of(GROUP, 1, FIRST).release());
            for (int hour = 0; hour < 280; hour++) {
                double value = hour == 230 || hour == 231 ? 1e6 : 0;
                step.read(reading("a", hour, value, value, value));
            }
            String id = GROUP + "/a@" + Readings.at(230);
            List<Result> results = step.results();
            List<Episode> episodes =
                    step.episodes().stream().filter(episode -> episode.id().equals(id)).toList();

            assertThat(episodes)
                    .extracting(Episode::phase)
                    .containsExactly(Episode.Phase.OPEN, Episode.Phase.CLOSED);
            assertThat(episodes.get(0).peakScore()).isEqualTo(results.get(230).score());
            assertThat(episodes.get(0).readings()).isEqualTo(1);
            assertThat(episodes.get(1).readings()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void keepsTheVersionsThatOrdersNameAndTheNewestOfTheOthersOverRestartsToo() throws Exception {
        StepHarness.Snapshot snapshot;
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(Releases.of(GROUP, 1, FIRST).release());
            for (int version = 2; version <= 12; version++) {
                step.broadcast(Releases.of(GROUP, version, FIRST).release());
            }
            snapshot = step.snapshot();
        }
        try (StepHarness step = StepHarness.restored(Backend.HEAP, 1, snapshot)) {
            step.broadcast(Releases.of(GROUP, 13, FIRST).release());

            List<String> kept = new ArrayList<>(List.of("air", "air/times", "air/1"));
            IntStream.rangeClosed(6, 13).forEach(version -> kept.add(GROUP + "/" + version));
            assertThat(step.kept()).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    @Test
    void aVersionKeepsTheWeightsThatItCameWith() throws Exception {
        List<Reading> readings = series(8).subList(0, 100);
        ModelRelease release = Releases.of(GROUP, 1, FIRST).release();
        DirectRun direct = new DirectRun();
        direct.activate(release);
        direct.readAll(readings);
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(release);
            step.readAll(readings.subList(0, 50));
            step.broadcast(Releases.of(GROUP, 1, SECOND).release());
            step.broadcast(release);
            step.readAll(readings.subList(50, 100));

            assertSame(step.results(), direct.results, "seed 8");
        }
    }

    @Test
    void aSensorNameInTwoGroupsHasTwoPasts() throws Exception {
        List<Reading> readings = series(9).subList(0, 60);
        ModelRelease release = Releases.of(GROUP, 1, FIRST).release();
        DirectRun direct = new DirectRun();
        direct.activate(release);
        direct.readAll(readings);
        try (StepHarness step = StepHarness.on(Backend.HEAP)) {
            step.activate(release);
            step.activate(Releases.of("water", 1, SECOND).release());
            for (Reading r : readings) {
                step.read(r);
                step.read(new Reading(r.sensor(), "water", r.eventTimeMillis(), r.values()));
            }

            assertSame(
                    step.results().stream().filter(r -> r.group().equals(GROUP)).toList(),
                    direct.results,
                    "seed 9");
            assertThat(step.results().stream().filter(r -> r.group().equals("water")))
                    .hasSameSizeAs(direct.results);
        }
    }

    /** Equal in all fields, NaN included, and so in the bytes on the topic. */
    private static void assertSame(List<Result> actual, List<Result> expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).as("%s, result %d", what, i).isEqualTo(expected.get(i));
            assertThat(Wires.RESULT.encode(actual.get(i)))
                    .as("%s, result %d", what, i)
                    .isEqualTo(Wires.RESULT.encode(expected.get(i)));
        }
    }

    private static DeadLetter letter(long offset, Reading reading, DeadLetter.Fault fault) {
        return new DeadLetter(
                new DeadLetter.Origin(
                        Records.TOPIC,
                        Records.PARTITION,
                        offset,
                        reading.eventTimeMillis() + 1_000),
                reading.sensor().getBytes(StandardCharsets.UTF_8),
                Wires.READING.encode(reading),
                fault);
    }

    private static List<Reading> series(long seed) {
        return Readings.series(GROUP, SENSORS, CHANNELS, HOURS, seed);
    }

    private static Reading reading(String sensor, int hour, double... values) {
        return new Reading(sensor, GROUP, Readings.at(hour), values);
    }
}
