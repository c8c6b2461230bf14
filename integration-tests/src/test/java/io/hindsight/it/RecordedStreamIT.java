package io.hindsight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.replay.ReplayedRow;
import io.hindsight.it.Expected.Slot;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.timeline.Answer;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.DataSetReader;
import io.hindsight.trainer.data.Row;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.judge.Evaluated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A recorded stream goes through the real system, and comes out as {@code replay} says. */
@Timeout(300)
class RecordedStreamIT {
    private static final Set<String> SENSORS =
            Set.of("Aotizhongxin", "Changping", "Dingling", "Dongsi", "Huairou");
    private static final String SENSOR_OF_BAD_RECORDS = "Dongsi";
    private static final Instant FROM = Instant.parse("2014-05-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2014-06-01T00:00:00Z");
    private static final Instant QUARTER = Instant.parse("2014-05-08T00:00:00Z");
    private static final Instant HALF = Instant.parse("2014-05-16T00:00:00Z");

    private static LocalBroker broker;
    private static LocalFlink flink;
    private static Recording recording;
    private static List<Row> rows;
    private static Bundle lstm;

    /** With sensors on a scale of their own. */
    private static Bundle gru;

    @BeforeAll
    static void start() {
        recording = new Recording();
        rows = recording.rows(SENSORS, FROM, TO);
        lstm = Bundles.random(CellKind.LSTM, recording.channels(), recording.normaliser(rows), 1);
        gru =
                Bundles.random(CellKind.GRU, recording.channels(), recording.normaliser(rows), 2)
                        .withOwnScale(48);
        broker = LocalBroker.start();
        flink = LocalFlink.start(1, 2);
    }

    @AfterAll
    static void stop() {
        flink.close();
        broker.close();
    }

    @ParameterizedTest(name = "{0}, parallelism {1}")
    @CsvSource({"hashmap, 1", "hashmap, 2", "rocksdb, 1", "rocksdb, 2"})
    void givesEveryReadingBackOnceWithTheNumbersOfReplay(String backend, int parallelism) {
        String name = "stream-" + backend + "-" + parallelism;
        try (JobUnderTest job = new JobUnderTest(broker, flink, name, backend, parallelism)) {
            job.publish(lstm, Order.AT_ONCE);
            job.send(rows);
            assertBest(job, Expected.of(rows, lstm));
        }
    }

    /** The job gives the numbers of replay; so does evaluation, and the same revisions. */
    @ParameterizedTest
    @EnumSource
    void evaluationGivesTheNumbersAndTheRevisionsOfReplay(CellKind cell) {
        Bundle bundle = cell == CellKind.LSTM ? lstm : gru;
        DataSetReader reader = new DataSetReader(recording.channels());
        rows.forEach(reader::add);
        DataSet data = reader.build(Duration.ofHours(1).toMillis());
        List<ReplayedRow> replayed = Expected.replayed(rows, bundle);
        int imputed = 0;
        int revised = 0;
        for (int k = 0; k < data.series().size(); k++) {
            SensorSeries series = data.series().get(k);
            Evaluated evaluated = Evaluated.of(bundle, data, k);
            for (ReplayedRow row : replayed) {
                Answer answer = row.answer().orElseThrow();
                if (!row.sensor().equals(series.sensor())
                        || answer.status() != Answer.Status.SCORED) {
                    continue;
                }
                int slot = (int) series.slotAt(row.timeMillis());
                float[] said = answer.result().imputed;
                for (int d = 0; d < said.length; d++) {
                    boolean again = !Float.isNaN(row.revised(d));
                    String cellName = series.sensor() + ", slot " + slot + ", channel " + d;
                    assertThat(bits(evaluated.causal(slot, d)))
                            .as(cellName)
                            .isEqualTo(bits(said[d]));
                    assertThat(bits(evaluated.revised(slot, d)))
                            .as(cellName)
                            .isEqualTo(bits(again ? row.revised(d) : said[d]));
                    imputed += Float.isNaN(said[d]) ? 0 : 1;
                    revised += again ? 1 : 0;
                }
            }
        }
        assertThat(replayed.stream().filter(RecordedStreamIT::isScored).map(ReplayedRow::values))
                .containsExactlyElementsOf(rows.stream().map(Row::values).toList());
        assertThat(imputed).isGreaterThan(500);
        assertThat(revised).isGreaterThan(imputed / 2);
    }

    private static boolean isScored(ReplayedRow row) {
        return row.answer().orElseThrow().status() == Answer.Status.SCORED;
    }

    private static int bits(float value) {
        return Float.floatToIntBits(value);
    }

    @Test
    void changesTheModelInMidStreamWithoutARestartAndWithoutABlindSpot() {
        try (JobUnderTest job = new JobUnderTest(broker, flink, "swap", "hashmap", 2)) {
            job.publish(lstm, Order.AT_ONCE);
            job.send(between(FROM, QUARTER));
            job.awaitSlots(between(FROM, QUARTER).size());

            // Released in mid-stream and known everywhere; until its time comes the old one acts.
            job.publish(gru, HALF.toEpochMilli());
            job.send(between(QUARTER, HALF));
            job.send(between(HALF, TO));

            Map<Slot, Result> expected =
                    Expected.of(rows, Models.of(lstm).then(HALF.toEpochMilli(), new Model(2, gru)));
            assertThat(expected.values().stream().map(Result::modelVersion)).contains(1L, 2L);
            assertBest(job, expected);
        }
    }

    @Test
    void keepsReadingsThatComeBeforeTheFirstModelAndIsAsIfItHadAlwaysBeenThere() {
        Instant model = FROM.plus(Duration.ofDays(3));
        try (JobUnderTest job = new JobUnderTest(broker, flink, "waiting", "hashmap", 2)) {
            job.send(between(FROM, model));
            List<Result> waiting = job.awaitSlots(between(FROM, model).size());
            assertThat(waiting).extracting(Result::status).containsOnly(Result.WAITING);

            job.publish(lstm, Order.AT_ONCE);
            long from = job.lastDecision();
            assertThat(from).isGreaterThan(FROM.toEpochMilli()).isLessThan(model.toEpochMilli());
            job.send(between(model, TO));

            assertBest(job, Expected.of(rows, Models.none().then(from, new Model(1, lstm))));
        }
    }

    @Test
    void sendsWhateverCannotBeUsedToTheDeadLettersAndLosesNothing() {
        try (JobUnderTest job = new JobUnderTest(broker, flink, "malformed", "hashmap", 2)) {
            job.publish(lstm, Order.AT_ONCE);
            List<Bad> sent = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                job.send(List.of(rows.get(i)));
                if (i % 100 == 50) {
                    List<Bad> bad = malformed(rows.get(i).timeMillis() + 1);
                    Bad next = bad.get(i / 100 % bad.size());
                    job.sendBytes(SENSOR_OF_BAD_RECORDS, next.bytes);
                    sent.add(next);
                }
            }
            assertBest(job, Expected.of(rows, lstm));

            assertThat(sent.size()).isGreaterThan(malformed(0).size());
            List<DeadLetter> letters = job.awaitDeadLetters(sent.size());
            assertThat(letters)
                    .extracting(RecordedStreamIT::reasonAndBytes)
                    .containsExactlyInAnyOrderElementsOf(
                            sent.stream().map(Bad::reasonAndBytes).toList());
            assertThat(letters)
                    .extracting(letter -> letter.origin().topic())
                    .containsOnly(job.topics().readings());
            assertThat(letters)
                    .extracting(
                            letter -> letter.origin().partition() + "@" + letter.origin().offset())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsOfASpikeAsAnEpisode() {
        Row ordinary = rows.get(rows.size() / 2);
        double[] values = ordinary.values().clone();
        values[1] = 1e6;
        Row spike = new Row(ordinary.sensor(), ordinary.timeMillis(), values);
        List<Row> spiked = new ArrayList<>(rows);
        spiked.set(rows.size() / 2, spike);
        try (JobUnderTest job = new JobUnderTest(broker, flink, "spike", "hashmap", 2)) {
            job.publish(lstm, Order.AT_ONCE);
            job.send(spiked);

            List<Episode> episodes = job.awaitEpisode(spike.sensor());

            assertThat(episodes)
                    .anySatisfy(
                            episode -> {
                                assertThat(episode.phase()).isEqualTo(Episode.Phase.OPEN);
                                assertThat(episode.startMillis()).isEqualTo(spike.timeMillis());
                                assertThat(episode.channel()).isEqualTo(1);
                                assertThat(episode.observed()).isEqualTo(1e6);
                                assertThat(episode.severity()).isNotEqualTo(Episode.Severity.NONE);
                                assertThat(episode.sentence())
                                        .contains(" at " + spike.sensor() + ": 1,000,000 where")
                                        .contains("never so high in");
                                assertThat(episode.channels().get(0).channel()).isEqualTo(1);
                            });
            assertBest(job, Expected.of(spiked, lstm));
        }
    }

    @Test
    void goesOnWithTheOldModelWhenABadOneIsReleased() {
        try (JobUnderTest job = new JobUnderTest(broker, flink, "bad-model", "hashmap", 2)) {
            job.publish(lstm, Order.AT_ONCE);
            byte[] damaged = BundleCodec.write(gru);
            damaged[damaged.length - 7] ^= 1;
            job.release(damaged, 2);
            List<DeadLetter> letters = job.awaitDeadLetters(1);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).fault().reason()).isEqualTo(Fault.BAD_MODEL);
            assertThat(letters.get(0).origin().topic()).isEqualTo(job.topics().models());

            job.send(rows);
            assertBest(job, Expected.of(rows, lstm));
        }
    }

    /**
     * One record of each fault, all of a sensor that has been heard before they come.
     *
     * @param nowMillis event time of the one with too few channels
     */
    private static List<Bad> malformed(long nowMillis) {
        String sensor = SENSOR_OF_BAD_RECORDS;
        String group = JobUnderTest.GROUP;
        long early = FROM.toEpochMilli();
        double[] values = new double[recording.channels().size()];
        Double[] infinite = new Double[values.length];
        infinite[3] = Double.NEGATIVE_INFINITY;
        byte[] whole = Wires.READING.encode(new Reading(sensor, group, early, values));
        long farAhead = System.currentTimeMillis() + Duration.ofDays(400).toMillis();
        return List.of(
                new Bad(Fault.UNDECODABLE, new byte[] {0, 1, 2}),
                new Bad(Fault.UNDECODABLE, Arrays.copyOf(whole, whole.length - 3)),
                new Bad(Fault.UNKNOWN_GROUP, bytes(new Reading(sensor, "water", early, values))),
                new Bad(Fault.NAME, bytes(new Reading("", group, early, values))),
                new Bad(Fault.NOT_FINITE, bytes(Reading.asSent(sensor, group, early, infinite))),
                new Bad(
                        Fault.CHANNEL_COUNT,
                        bytes(new Reading(sensor, group, nowMillis, new double[2]))),
                new Bad(Fault.TIME_RANGE, bytes(new Reading(sensor, group, -5, values))),
                new Bad(Fault.TIME_RANGE, bytes(new Reading(sensor, group, farAhead, values))),
                new Bad(Fault.LATE, whole));
    }

    private static byte[] bytes(Reading reading) {
        return Wires.READING.encode(reading);
    }

    private static String reasonAndBytes(DeadLetter letter) {
        return new Bad(letter.fault().reason(), letter.value()).reasonAndBytes();
    }

    /** Bytes that cannot be used, and the reason that the job must give. */
    private static final class Bad {
        private final String reason;
        private final byte[] bytes;

        Bad(String reason, byte[] bytes) {
            this.reason = reason;
            this.bytes = bytes;
        }

        String reasonAndBytes() {
            return reason + " " + HexFormat.of().formatHex(bytes);
        }
    }

    private static List<Row> between(Instant from, Instant to) {
        return Recording.between(rows, from, to);
    }

    /** Nothing lost, nothing doubled, and of each slot the best is what it should be. */
    static void assertBest(JobUnderTest job, Map<Slot, Result> expected) {
        List<Result> found = job.awaitBest(expected);
        Set<String> said = new HashSet<>();
        List<Result> doubled = new ArrayList<>();
        for (Result result : found) {
            if (!said.add(Slot.of(result) + " " + result.revision())) {
                doubled.add(result);
            }
        }
        assertThat(doubled).as("results that came twice").isEmpty();
        Map<Slot, Result> best = Expected.best(found);
        assertThat(without(expected.keySet(), best.keySet()))
                .as("slots without a result")
                .isEmpty();
        assertThat(without(best.keySet(), expected.keySet())).as("slots too many").isEmpty();
        expected.forEach(
                (slot, result) ->
                        assertThat(Expected.said(best.get(slot))).isEqualTo(Expected.said(result)));
    }

    private static Set<Slot> without(Set<Slot> slots, Set<Slot> others) {
        Set<Slot> left = new HashSet<>(slots);
        left.removeAll(others);
        return left;
    }
}
