package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.ModelTimes.Time;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules come while the stream runs and some readings late, and replay says the same. */
@Timeout(300)
class SuppressionIT {
    /** Enough for both partitions. */
    private static final Set<String> SENSORS =
            Set.of("Aotizhongxin", "Changping", "Dingling", "Dongsi", "Gucheng", "Huairou");

    private static final String LATE = "Huairou";
    private static final Instant FROM = Instant.parse("2014-05-01T00:00:00Z");
    private static final Instant ORDERED = Instant.parse("2014-05-06T00:00:00Z");
    private static final Instant SERVICE = Instant.parse("2014-05-08T00:00:00Z");
    private static final Instant SERVED = Instant.parse("2014-05-09T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2014-05-11T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-05-13T00:00:00Z");
    private static final Instant CLOSING = TO.plus(Duration.ofHours(1));

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}, parallelism {1}, {2}")
    @CsvSource({"hashmap, 2, watermark", "rocksdb, 1, arrival"})
    void whatTheJobSuppressesReplaySuppressesToo(String backend, int parallelism, String emit)
            throws IOException {
        Recording recording = new Recording();
        List<Row> rows = recording.rows(SENSORS, FROM, TO);
        Bundle bundle =
                Bundles.random(CellKind.LSTM, recording.channels(), recording.normaliser(rows), 5);
        Map<String, String> options =
                Map.of("--repair-bound", "P6D", "--emit", emit, "--alarms-per-sensor-month", "4");
        Run run = Run.of("suppressed-" + backend, backend, parallelism).with(options);
        try (LocalBroker broker = LocalBroker.start();
                LocalFlink flink = LocalFlink.start(1, 2);
                JobUnderTest job = new JobUnderTest(broker, flink, run)) {
            job.publish(bundle, Order.AT_ONCE);
            job.send(Recording.between(rows, FROM, ORDERED));
            job.awaitSlots(Recording.between(rows, FROM, ORDERED).size());

            assertThat(job.command("suppress", "--file", file("one.json", service())))
                    .isEqualTo("version 1 of what is ignored of air, 1 rule, will act at once\n");
            job.awaitDecisions();
            job.command(
                    "suppress",
                    "--file",
                    file("two.json", shares(recording.channels())),
                    "--at",
                    SECOND.toString());
            job.awaitDecisions();
            List<Row> late =
                    Recording.between(
                                    rows,
                                    SERVICE.minusSeconds(6 * 3600),
                                    SERVICE.plusSeconds(6 * 3600))
                            .stream()
                            .filter(row -> row.sensor().equals(LATE))
                            .toList();
            List<Row> inTime = new ArrayList<>(Recording.between(rows, ORDERED, TO));
            inTime.removeAll(late);
            job.send(inTime);
            job.awaitSlots(rows.size());
            job.send(late);
            job.close(CLOSING.toEpochMilli(), recording.channels().size());

            GroupRecords records = job.records();
            assertDecided(records);
            Map<Slot, Result> expected =
                    Expected.of(
                            rows,
                            Expected.models(records),
                            GivenContext.NONE,
                            CLOSING.toEpochMilli() - 1);
            assertSuppressed(expected.values().stream().toList());
            RecordedStreamIT.assertBest(job, expected);
            assertNoAlarmIn(job.awaitEpisode(LATE));
            assertThat(job.command("suppress", "--show").lines())
                    .anyMatch(line -> line.matches(" +2 +11 +" + SECOND + " +" + SECOND));
        }
    }

    private static void assertDecided(GroupRecords records) {
        List<Time> times = records.times().map(ModelTimes::suppressions).orElseThrow();
        assertThat(times).extracting(Time::number).containsExactly(1, 2);
        assertThat(times.get(0).fromMillis())
                .isBetween(
                        ORDERED.minus(Duration.ofHours(2)).toEpochMilli(), ORDERED.toEpochMilli());
        assertThat(times.get(1).fromMillis()).isEqualTo(SECOND.toEpochMilli());
    }

    private static void assertSuppressed(List<Result> results) {
        assertThat(results)
                .filteredOn(result -> "service".equals(result.suppressed()))
                .hasSizeGreaterThan(100)
                .anyMatch(result -> result.sensor().equals(LATE) && result.score() > 0)
                .allMatch(result -> isServed(result.eventTimeMillis()));
        assertThat(results)
                .filteredOn(result -> result.eventTimeMillis() >= SECOND.toEpochMilli())
                .extracting(Result::suppressed)
                .anyMatch(rule -> rule != null && rule.startsWith("share of "))
                .anyMatch(rule -> rule == null);
    }

    private static void assertNoAlarmIn(List<Episode> episodes) {
        List<Episode> alarms =
                episodes.stream()
                        .filter(episode -> episode.kind() == Episode.Kind.SURPRISE)
                        .filter(episode -> episode.phase() == Episode.Phase.OPEN)
                        .toList();
        assertThat(alarms).isNotEmpty().noneMatch(episode -> isServed(episode.startMillis()));
    }

    private static boolean isServed(long eventTimeMillis) {
        return eventTimeMillis >= SERVICE.toEpochMilli() && eventTimeMillis < SERVED.toEpochMilli();
    }

    private static List<Rule> service() {
        return List.of(
                new Rule.Maintenance(
                        "service",
                        Optional.empty(),
                        SERVICE.toEpochMilli(),
                        SERVED.toEpochMilli()));
    }

    private static List<Rule> shares(List<String> channels) {
        List<Rule> rules = new ArrayList<>();
        for (String channel : channels) {
            rules.add(new Rule.Relative("share of " + channel, Optional.empty(), channel, 2));
        }
        return rules;
    }

    private String file(String name, List<Rule> rules) throws IOException {
        return Files.writeString(folder.resolve(name), SuppressionFile.write(rules)).toString();
    }
}
