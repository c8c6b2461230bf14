package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.ModelTimes.Time;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models come, are rolled back and withdrawn while the stream runs, and replay says the same. */
@Timeout(300)
class ModelLifeIT {
    /** Enough for every partition: one without readings would hold event time back. */
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
    private static final Instant SECOND = Instant.parse("2014-05-08T00:00:00Z");
    private static final Instant BACK = Instant.parse("2014-05-12T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-05-18T00:00:00Z");

    @Test
    void whatTheJobDecidedMakesReplaySayWhatTheJobSaid() {
        Recording recording = new Recording();
        List<Row> rows = recording.rows(SENSORS, FROM, TO);
        Bundle lstm = bundle(recording, rows, CellKind.LSTM);
        Bundle gru = bundle(recording, rows, CellKind.GRU);
        try (LocalBroker broker = LocalBroker.start();
                LocalFlink flink = LocalFlink.start(1, 2);
                JobUnderTest job = new JobUnderTest(broker, flink, "life", "hashmap", 2)) {
            job.publish(lstm, Order.AT_ONCE);
            send(job, rows, FROM, SECOND);

            // Asked for a time that is long past.
            job.publish(gru, FROM.toEpochMilli());
            send(job, rows, SECOND, BACK);

            String said = job.command("models", "withdraw", "--version", "2");
            assertThat(said)
                    .isEqualTo(
                            "version 2 of air will act no more at once; version 1 will be the"
                                    + " active one\n");
            job.awaitDecisions();
            send(job, rows, BACK, TO);
            GroupRecords records = job.records();
            List<Time> times = records.times().map(ModelTimes::times).orElseThrow();
            assertThat(times).extracting(Time::number).containsExactly(1, 2, 3);
            assertThat(times.get(0).fromMillis()).isEqualTo(Time.FROM_THE_BEGINNING);
            assertThat(times.get(1).fromMillis())
                    .isBetween(
                            SECOND.minus(Duration.ofHours(2)).toEpochMilli(),
                            SECOND.toEpochMilli());
            Map<Slot, Result> expected = Expected.of(rows, Expected.models(records));
            assertThat(expected.values().stream().map(Result::modelVersion)).contains(1L, 2L);
            assertThat(job.command("models").lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("active") && line.endsWith("the beginning"))
                    .anyMatch(line -> line.contains("withdrawn"));
            RecordedStreamIT.assertBest(job, expected);
        }
    }

    private static void send(JobUnderTest job, List<Row> rows, Instant from, Instant to) {
        job.send(Recording.between(rows, from, to));
        job.awaitSlots(
                (int) rows.stream().filter(row -> row.timeMillis() < to.toEpochMilli()).count());
    }

    private static Bundle bundle(Recording recording, List<Row> rows, CellKind cell) {
        return Bundles.random(cell, recording.channels(), recording.normaliser(rows), 5);
    }
}
