package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.replay.RecordedContext;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recorded stream comes with all that real ones have: disorder, doubles, gaps, a silence, a late
 * batch, a swap and its taking back. The best of each slot is what replay says of the same readings
 * in perfect order, bit for bit.
 */
@Timeout(300)
class DisorderIT {
    private static final Set<String> SENSORS =
            Set.of("Aotizhongxin", "Changping", "Dingling", "Dongsi", "Huairou");
    private static final Instant FROM = Instant.parse("2014-05-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-05-20T00:00:00Z");
    private static final Instant SWAP = Instant.parse("2014-05-08T00:00:00Z");
    private static final Instant BACK = Instant.parse("2014-05-13T05:30:00Z");
    private static final Instant SILENCE = Instant.parse("2014-05-06T00:00:00Z");
    private static final Instant LATE = Instant.parse("2014-05-12T12:00:00Z");
    private static final Duration BOUND = Duration.ofHours(4);
    private static final Duration LATENESS = Duration.ofHours(30);
    private static final Instant CLOSING = TO.plus(Duration.ofHours(12));
    private static final Map<String, String> OPTIONS =
            Map.of("--out-of-orderness", BOUND.toString(), "--repair-bound", "P3D");

    private static LocalBroker broker;
    private static LocalFlink flink;
    private static Recording recording;
    private static List<Row> rows;
    private static Bundle lstm;
    private static Bundle gru;

    @BeforeAll
    static void start() {
        recording = new Recording();
        List<Row> all = recording.rows(SENSORS, FROM, TO);
        rows = withGapAndSilence(all);
        lstm = Bundles.random(CellKind.LSTM, recording.channels(), recording.normaliser(all), 1);
        gru =
                Bundles.random(CellKind.GRU, recording.channels(), recording.normaliser(all), 2)
                        .withOwnScale(48);
        broker = LocalBroker.start();
        flink = LocalFlink.start(1, 3);
    }

    @AfterAll
    static void stop() {
        flink.close();
        broker.close();
    }

    @ParameterizedTest(name = "{0}, parallelism {1}, {2}")
    @CsvSource({
        "hashmap, 1, watermark",
        "hashmap, 2, watermark",
        "hashmap, 3, arrival",
        "rocksdb, 1, arrival",
        "rocksdb, 2, watermark",
        "rocksdb, 3, watermark"
    })
    void theBestOfEachSlotIsThatOfPerfectOrder(String backend, int parallelism, String emit) {
        String name = "disorder-" + backend + "-" + parallelism;
        Map<String, String> options =
                Map.of(
                        "--out-of-orderness",
                        BOUND.toString(),
                        "--repair-bound",
                        "P3D",
                        "--emit",
                        emit);
        try (JobUnderTest job =
                new JobUnderTest(broker, flink, Run.of(name, backend, parallelism).with(options))) {
            job.publish(lstm, Order.AT_ONCE);
            job.publish(gru, SWAP.toEpochMilli());
            job.publish(lstm, BACK.toEpochMilli());
            job.send(doubled(held(shuffled(rows, 1), SENSORS)));
            job.close(CLOSING.toEpochMilli(), recording.channels().size());

            Map<Slot, Result> expected = expected(rows, models(), GivenContext.NONE);
            assertThat(expected.values()).extracting(Result::modelVersion).contains(1L, 2L, 3L);
            assertThat(expected.values())
                    .extracting(Result::status)
                    .contains(Result.MISSING, Result.SCORED);
            RecordedStreamIT.assertBest(job, expected);
        }
    }

    /** Each of ten copies of the recording comes in an order of its own. */
    @Test
    void tenShufflesWithinTheBoundGiveTheSame() {
        List<Row> copies = new ArrayList<>();
        for (int copy = 0; copy < 10; copy++) {
            copies.addAll(named(copy + "/", rows));
        }
        try (JobUnderTest job =
                new JobUnderTest(broker, flink, Run.of("shuffles", "hashmap", 2).with(OPTIONS))) {
            job.publish(lstm, Order.AT_ONCE);
            job.publish(gru, SWAP.toEpochMilli());
            job.publish(lstm, BACK.toEpochMilli());
            job.send(shuffled(copies, 10));
            job.close(CLOSING.toEpochMilli(), recording.channels().size());
            RecordedStreamIT.assertBest(job, expected(copies, models(), GivenContext.NONE));
        }
    }

    @ParameterizedTest(name = "{0}, parallelism {1}")
    @CsvSource({"hashmap, 3", "rocksdb, 2"})
    void withTheContextOfTheGroupTooThoughItsMembersAreLate(String backend, int parallelism) {
        Bundle inContext = Bundles.inContext(recording.channels(), recording.normaliser(rows), 3);
        Map<String, String> options =
                Map.of(
                        "--out-of-orderness", BOUND.toString(),
                        "--repair-bound", "P3D",
                        "--context", "on");
        RecordedContext context =
                RecordedContext.of(inContext.context().orElseThrow(), rows::forEach);
        try (JobUnderTest job =
                new JobUnderTest(
                        broker,
                        flink,
                        Run.of("context-" + backend, backend, parallelism).with(options))) {
            job.publish(inContext, Order.AT_ONCE);
            job.send(doubled(held(shuffled(rows, 2), Set.of("Dongsi"))));
            job.close(CLOSING.toEpochMilli(), recording.channels().size());
            RecordedStreamIT.assertBest(job, expected(rows, Models.of(inContext), context.given()));
        }
    }

    private static Models models() {
        return Models.of(lstm)
                .then(SWAP.toEpochMilli(), new Model(2, gru))
                .then(BACK.toEpochMilli(), new Model(3, lstm));
    }

    private static Map<Slot, Result> expected(List<Row> all, Models models, GivenContext context) {
        long watermark = CLOSING.minus(BOUND).toEpochMilli() - 1;
        return Expected.of(sorted(all), models, context, watermark);
    }

    /** One sensor falls silent for more than a day, another one's second channel for two. */
    private static List<Row> withGapAndSilence(List<Row> all) {
        List<Row> changed = new ArrayList<>();
        for (Row row : all) {
            long sinceSilence = row.timeMillis() - SILENCE.toEpochMilli();
            boolean silent = sinceSilence >= 0 && sinceSilence < LATENESS.toMillis();
            double[] values = row.values().clone();
            if (row.sensor().equals("Changping") && silent) {
                continue;
            }
            if (row.sensor().equals("Dingling")
                    && sinceSilence >= 0
                    && sinceSilence < Duration.ofDays(2).toMillis()) {
                values[1] = Double.NaN;
            }
            changed.add(new Row(row.sensor(), row.timeMillis(), values));
        }
        return changed;
    }

    /** Ten hours of some sensors come thirty hours late. */
    private static List<Row> held(List<Row> sent, Set<String> sensors) {
        List<Row> order = new ArrayList<>();
        List<Row> held = new ArrayList<>();
        for (Row row : sent) {
            long since = row.timeMillis() - LATE.toEpochMilli();
            if (since >= LATENESS.toMillis() && !held.isEmpty()) {
                order.addAll(held);
                held.clear();
            }
            boolean late =
                    since >= 0
                            && since < Duration.ofHours(10).toMillis()
                            && sensors.contains(row.sensor())
                            && !row.sensor().equals("Huairou");
            (late ? held : order).add(row);
        }
        return order;
    }

    private static List<Row> doubled(List<Row> sent) {
        List<Row> doubled = new ArrayList<>();
        for (Row row : sent) {
            doubled.add(row);
            if (doubled.size() % 10 == 0) {
                doubled.add(doubled.get(doubled.size() - 7));
            }
        }
        return doubled;
    }

    /** In an order in which none is behind another one by more than the bound. */
    private static List<Row> shuffled(List<Row> all, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        record Sent(Row row, double at) {}
        double bound = BOUND.toMillis() - 1_000;
        return all.stream()
                .map(row -> new Sent(row, row.timeMillis() + bound * random.nextDouble()))
                .sorted(Comparator.comparingDouble(Sent::at))
                .map(Sent::row)
                .toList();
    }

    /** In the order of time. */
    private static List<Row> sorted(List<Row> all) {
        return all.stream().sorted(Comparator.comparingLong(Row::timeMillis)).toList();
    }

    private static List<Row> named(String prefix, List<Row> all) {
        return all.stream()
                .map(row -> new Row(prefix + row.sensor(), row.timeMillis(), row.values()))
                .toList();
    }
}
