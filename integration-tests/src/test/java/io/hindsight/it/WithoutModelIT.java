package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.schemas.ChannelResult;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group without a model is judged all the same; then it gets its first one. */
@Timeout(300)
class WithoutModelIT {
    /** Enough for both partitions. */
    private static final Set<String> SENSORS =
            Set.of("Aotizhongxin", "Changping", "Dingling", "Dongsi", "Gucheng", "Huairou");

    private static final Instant FROM = Instant.parse("2014-05-01T00:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2014-05-07T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-05-10T00:00:00Z");
    private static final Instant CLOSING = TO.plus(Duration.ofHours(1));

    @ParameterizedTest(name = "{0}, parallelism {1}")
    @CsvSource({"hashmap, 2", "rocksdb, 1"})
    void isJudgedAtOnceAndGoesOverToItsFirstModel(String backend, int parallelism) {
        Recording recording = new Recording();
        List<Row> rows = recording.rows(SENSORS, FROM, TO);
        Bundle bundle =
                Bundles.random(CellKind.GRU, recording.channels(), recording.normaliser(rows), 3);
        Run run =
                Run.of("without-model-" + backend, backend, parallelism)
                        .with(Map.of("--without-model", "generic"));
        try (LocalBroker broker = LocalBroker.start();
                LocalFlink flink = LocalFlink.start(1, 2);
                JobUnderTest job = new JobUnderTest(broker, flink, run)) {
            List<Row> before = Recording.between(rows, FROM, PUBLISHED);
            job.send(before);
            assertJudged(job.awaitSlots(before.size()));

            job.publish(bundle, Order.AT_ONCE);
            job.send(Recording.between(rows, PUBLISHED, TO));
            job.close(CLOSING.toEpochMilli(), recording.channels().size());
            Map<Slot, Result> expected =
                    Expected.of(
                            rows,
                            Expected.models(job.records()),
                            GivenContext.NONE,
                            CLOSING.toEpochMilli() - 1);
            expected.values().removeIf(result -> result.modelVersion() == 0);
            assertThat(expected).as("answered by the model").hasSizeGreaterThan(200);
            Map<Slot, Result> best = Expected.best(job.awaitBestOf(expected));
            expected.forEach(
                    (slot, result) ->
                            assertThat(Expected.said(best.get(slot)))
                                    .isEqualTo(Expected.said(result)));
        }
    }

    private static void assertJudged(List<Result> results) {
        assertThat(results)
                .allMatch(result -> result.status().equals(Result.SCORED))
                .allMatch(result -> result.modelVersion() == 0)
                .anyMatch(result -> result.warming() == 0 && result.score() > 1);
        assertThat(results)
                .filteredOn(result -> result.eventTimeMillis() > FROM.toEpochMilli())
                .flatExtracting(Result::channels)
                .filteredOn(channel -> Double.isNaN(channel.observed()))
                .hasSizeGreaterThan(10)
                .filteredOn(WithoutModelIT::isImputed)
                .hasSizeGreaterThan(10);
    }

    private static boolean isImputed(ChannelResult channel) {
        return Float.isFinite(channel.imputed());
    }
}
