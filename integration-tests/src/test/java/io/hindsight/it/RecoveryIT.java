package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.trainer.data.Row;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job loses its TaskManager in mid-stream and goes on from its checkpoint. */
@Timeout(300)
class RecoveryIT {
    private static final Instant FROM = Instant.parse("2014-07-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-08-01T00:00:00Z");
    private static final int PARTS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void losesAndDoublesNothingWhenItsTaskManagerDies(String backend) {
        Recording recording = new Recording();
        List<Row> rows = recording.rows(Set.of("Gucheng", "Shunyi", "Tiantan", "Wanliu"), FROM, TO);
        Bundle bundle =
                Bundles.random(CellKind.LSTM, recording.channels(), recording.normaliser(rows), 3)
                        .withOwnScale(48);
        try (LocalBroker broker = LocalBroker.start();
                LocalFlink flink = LocalFlink.start(1, 2);
                JobUnderTest job =
                        new JobUnderTest(broker, flink, "recovery-" + backend, backend, 2)) {
            job.publish(bundle, Order.AT_ONCE);
            int part = rows.size() / PARTS;
            for (int i = 0; i < PARTS; i++) {
                job.send(rows.subList(i * part, i + 1 == PARTS ? rows.size() : (i + 1) * part));
                if (i == PARTS / 2) {
                    // Some of it is committed, the rest is on its way.
                    assertThat(job.awaitSomeResults()).isLessThan(rows.size());
                    flink.killTaskManager(0);
                    flink.startTaskManager();
                }
            }
            RecordedStreamIT.assertBest(job, Expected.of(rows, bundle));
        }
    }
}
