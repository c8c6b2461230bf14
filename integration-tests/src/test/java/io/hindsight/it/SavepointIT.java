package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.local.ProjectHome;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The job is stopped with a savepoint while one sensor is silent, another one's channel is missing,
 * readings wait for the watermark, a shadow runs and a swap is ordered but not yet due. Restored at
 * another parallelism and in another state backend it says what one undisturbed run says. The
 * committed savepoints hold that jobs of each version can go on with the next one.
 */
@Timeout(300)
class SavepointIT {
    private static final String NAME = "savepoint";
    private static final int PARTITIONS = 3;
    private static final String RESOURCES = "integration-tests/src/test/resources";
    private static final String FIXTURES = "savepoint-";
    private static final Set<String> SENSORS =
            Set.of(
                    "Aotizhongxin",
                    "Changping",
                    "Dingling",
                    "Dongsi",
                    "Gucheng",
                    "Huairou",
                    "Shunyi",
                    "Tiantan",
                    "Wanliu");
    private static final Instant FROM = Instant.parse("2014-05-01T00:00:00Z");
    private static final Instant SILENCE = Instant.parse("2014-05-04T20:00:00Z");
    private static final Instant STOP = Instant.parse("2014-05-05T12:00:00Z");
    private static final Instant SWAP = Instant.parse("2014-05-05T18:00:00Z");
    private static final Instant BACK = Instant.parse("2014-05-06T06:00:00Z");
    private static final Instant TO = Instant.parse("2014-05-08T00:00:00Z");
    private static final Instant CLOSING = TO.plus(Duration.ofHours(12));
    private static final Duration BOUND = Duration.ofHours(4);
    private static final Map<String, String> OPTIONS =
            Map.of(
                    "--out-of-orderness", BOUND.toString(),
                    "--repair-bound", "P3D",
                    // Readings wait for the watermark until the job is stopped.
                    "--quiet-after", "PT1H");
    private static final Instant SAID_BEFORE = STOP.minus(BOUND).minus(Duration.ofHours(1));

    private final Recording recording = new Recording();
    private final List<Row> rows =
            recording.rows(SENSORS, FROM, TO).stream()
                    .filter(SavepointIT::isSent)
                    .map(SavepointIT::withGap)
                    .sorted(Comparator.comparingLong(Row::timeMillis))
                    .toList();
    private final List<Row> before = rows.stream().filter(row -> isBefore(row, STOP)).toList();
    private final List<Row> after = rows.stream().filter(row -> !isBefore(row, STOP)).toList();
    private final Bundle lstm = bundle(CellKind.LSTM);
    private final Bundle gru = bundle(CellKind.GRU);

    private LocalBroker broker;
    private LocalFlink flink;

    @BeforeEach
    void start() {
        broker = LocalBroker.start();
        flink = LocalFlink.start(1, 3);
    }

    @AfterEach
    void stop() {
        flink.close();
        broker.close();
    }

    static Stream<Arguments> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(ProjectHome.find().path().resolve(RESOURCES))) {
            List<Path> fixtures =
                    files.filter(file -> file.getFileName().toString().startsWith(FIXTURES))
                            .sorted()
                            .toList();
            return fixtures.stream()
                    .flatMap(
                            fixture ->
                                    Stream.of(
                                            Arguments.of(fixture, "hashmap", 1),
                                            Arguments.of(fixture, "rocksdb", 3)));
        }
    }

    @ParameterizedTest(name = "{0}, {1}, parallelism {2}")
    @MethodSource("fixtures")
    void theCommittedSavepointsAreRestored(Path fixture, String backend, int parallelism) {
        Run run = run(backend, parallelism).from(fixture, before);
        try (JobUnderTest job = new JobUnderTest(broker, flink, run)) {
            job.send(after);
            job.close(CLOSING.toEpochMilli(), recording.channels().size());
            Map<Slot, Result> expected = expected();
            Map<Slot, Result> rest = new LinkedHashMap<>(expected);
            rest.keySet().removeIf(SavepointIT::isSaidBefore);

            List<Result> results = job.awaitBestOf(rest);

            Map<Slot, Result> best = Expected.best(results);
            assertThat(best.keySet()).containsAll(rest.keySet());
            best.forEach(
                    (slot, result) ->
                            assertThat(Expected.stepped(result))
                                    .isEqualTo(Expected.stepped(expected.get(slot))));
            List<Result> corrections =
                    results.stream().filter(result -> isSaidBefore(Slot.of(result))).toList();
            assertThat(corrections)
                    .as("what was said before is said again only to be corrected")
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.revision()).isPositive());
        }
    }

    @Test
    void oneThatIsTakenNowIsRestoredAtAnotherParallelism(@TempDir Path folder) {
        Path savepoint;
        try (JobUnderTest job = new JobUnderTest(broker, flink, run("rocksdb", 2))) {
            savepoint = take(job, folder);
        }
        Run run = run("hashmap", 3).from(savepoint, List.of());
        try (JobUnderTest job = new JobUnderTest(broker, flink, run)) {
            job.send(after);
            job.close(CLOSING.toEpochMilli(), recording.channels().size());
            RecordedStreamIT.assertBest(job, expected());
        }
    }

    /**
     * Writes the fixture of a version, for the versions after it, into a folder that is absolute or
     * below the project's; it replaces none.
     */
    @Test
    @EnabledIfSystemProperty(named = "savepoint.write", matches = ".+")
    void writesTheFixture(@TempDir Path folder) throws IOException {
        Path fixture = ProjectHome.find().path().resolve(System.getProperty("savepoint.write"));
        try (JobUnderTest job = new JobUnderTest(broker, flink, run("hashmap", 1))) {
            Path savepoint = take(job, folder);
            Files.createDirectories(fixture);
            try (Stream<Path> files = Files.list(savepoint)) {
                for (Path file : files.toList()) {
                    Files.copy(file, fixture.resolve(file.getFileName()));
                }
            }
        }
    }

    /** Leads a job to the moment at which it is stopped. */
    private Path take(JobUnderTest job, Path folder) {
        job.publish(lstm, Order.AT_ONCE);
        job.publish(gru, SWAP.toEpochMilli());
        job.publish(lstm, BACK.toEpochMilli());
        job.command("models", "shadow", "--version", "2");
        job.awaitDecisions();
        job.send(before);
        job.awaitSlots(
                (int) expected().keySet().stream().filter(SavepointIT::isSaidBefore).count());
        return job.stopWithSavepoint(folder);
    }

    private static Run run(String backend, int parallelism) {
        return Run.of(NAME, backend, parallelism).on(PARTITIONS).with(OPTIONS);
    }

    private static boolean isSaidBefore(Slot slot) {
        return slot.eventTimeMillis() < SAID_BEFORE.toEpochMilli();
    }

    private Map<Slot, Result> expected() {
        Models models =
                Models.of(lstm)
                        .then(SWAP.toEpochMilli(), new Model(2, gru))
                        .then(BACK.toEpochMilli(), new Model(3, lstm));
        long watermark = CLOSING.minus(BOUND).toEpochMilli() - 1;
        return Expected.of(rows, models, GivenContext.NONE, watermark);
    }

    private Bundle bundle(CellKind cell) {
        return Bundles.random(cell, recording.channels(), recording.normaliser(rows), 7);
    }

    private static boolean isSent(Row row) {
        boolean silent = !isBefore(row, SILENCE) && isBefore(row, STOP.plus(Duration.ofHours(4)));
        return !(row.sensor().equals("Changping") && silent);
    }

    private static Row withGap(Row row) {
        double[] values = row.values().clone();
        if (row.sensor().equals("Dingling")
                && !isBefore(row, SILENCE)
                && isBefore(row, STOP.plus(Duration.ofDays(1)))) {
            values[1] = Double.NaN;
        }
        return new Row(row.sensor(), row.timeMillis(), values);
    }

    private static boolean isBefore(Row row, Instant time) {
        return row.timeMillis() < time.toEpochMilli();
    }
}
