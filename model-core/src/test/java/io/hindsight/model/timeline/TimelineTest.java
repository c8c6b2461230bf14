package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Order;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Sensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final long HOUR = Students.HOUR;
    private static final int CHANNELS = 3;
    private static final int LENGTH = 500;
    private static final long END = Recording.START + (LENGTH + 20) * HOUR;
    private static final Limits LIMITS = new Limits(30 * HOUR, Long.MAX_VALUE);

    private final Bundle one = Students.random(Students.lookingBack(CellKind.LSTM, 6, 3), 1);
    private final Bundle two = Students.random(Students.lookingBack(CellKind.GRU, 5, 3), 2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shufflesWithinTheLatenessChangeNothingAndNeedNoRepair(long seed) {
        List<PastInput> readings = readings(seed, 0);
        Stream expected = Stream.inOrder(swapped(), readings, END);
        Stream found = new Stream(swapped(), LIMITS);
        for (PastInput reading : shuffled(readings, 3 * HOUR, seed)) {
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 4 * HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isZero();
        assertThat(found.best.said).as("all is said once").isEqualTo(expected.best.said);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readingsThatAreTakenOnArrivalComeToTheSame(long seed) {
        List<PastInput> readings = readings(seed, seed % 2 == 0 ? 20 : 0);
        Stream expected = Stream.inOrder(swapped(), readings, END);
        Stream found = new Stream(swapped(), LIMITS);
        for (PastInput reading : shuffled(readings, 5 * HOUR, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 6 * HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void readingsFarBehindTheWatermarkAreRepaired(long seed) {
        List<PastInput> readings = readings(seed, seed % 2 == 0 ? 20 : 0);
        Stream expected = Stream.inOrder(swapped(), readings, END);
        Stream found = new Stream(swapped(), LIMITS);
        for (PastInput reading : shuffled(readings, 25 * HOUR, seed)) {
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void aBatchThatComesLateIsRepairedWithTheGapsAroundIt(long seed) {
        List<PastInput> readings = readings(seed, 0);
        Stream expected = Stream.inOrder(swapped(), readings, END);
        Stream found = new Stream(swapped(), LIMITS);
        List<PastInput> held = new ArrayList<>();
        for (PastInput reading : readings) {
            long hour = (reading.eventTimeMillis() - Recording.START) / HOUR;
            if (hour % 100 >= 60 && hour % 100 < 75) {
                held.add(reading);
                continue;
            }
            if (hour % 100 >= 80) {
                held.forEach(late -> found.await(late.eventTimeMillis(), late.values()));
                held.clear();
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(30);
    }

    @Test
    void duplicatesAreDroppedHoweverLateTheyCome() {
        List<PastInput> readings = readings(1, 0);
        Stream found = new Stream(swapped(), LIMITS);
        int doubled = 0;
        for (int t = 0; t < readings.size(); t++) {
            found.accept(readings.get(t).eventTimeMillis(), readings.get(t).values());
            if (t >= 20 && t % 3 == 0) {
                doubled++;
                PastInput again = readings.get(t - t % 20);
                assertThat(found.accept(again.eventTimeMillis(), again.values()))
                        .isEqualTo(new Acceptance.Duplicate());
            }
            found.advance(readings.get(t).eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, Stream.inOrder(swapped(), readings, END), 1);
        assertThat(found.duplicates).isEqualTo(doubled);
    }

    @Test
    void whatIsTooLateIsRefusedAndChangesNothing() {
        Stream found = new Stream(swapped(), new Limits(5 * HOUR, Long.MAX_VALUE));
        for (PastInput reading : readings(1, 0)) {
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        int said = found.best.said;
        Acceptance.Refused refused =
                (Acceptance.Refused) found.accept(found.watermark - 5 * HOUR - 1, 1, 2, 3);
        assertThat(refused.reason().word()).isEqualTo("late");
        assertThat(refused.field()).isEqualTo("eventTimeMillis");
        assertThat(refused.rule()).startsWith("must be at most PT5H behind the watermark");
        assertThat(found.best.said).isEqualTo(said);
        assertThat(found.accept(found.watermark - 5 * HOUR + 1, 1, 2, 3))
                .isEqualTo(new Acceptance.Repaired());
    }

    @Test
    void whatIsKeptOfASensorIsBounded() {
        Stream found = new Stream(swapped(), new Limits(6 * HOUR, Long.MAX_VALUE));
        int largest = 0;
        List<PastInput> readings = readings(7, 0);
        for (PastInput reading : shuffled(readings, 3 * HOUR, 7)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 4 * HOUR));
            largest = Math.max(largest, found.kept());
        }
        // 96 readings for a new model, two distances of snapshots, slots of open gaps
        assertThat(largest).isBetween(96, 260);
        assertThat(found.life.marks).hasSizeLessThan(4);
        assertThat(found.life.looseEnds).isEmpty();
    }

    @Test
    void aSensorThatIsGoneForGoodIsForgotten() {
        Stream found = new Stream(swapped(), new Limits(6 * HOUR, 800 * HOUR));
        for (PastInput reading : readings(3, 0)) {
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        assertThat(found.kept()).isPositive();
        found.advance(END + 1000 * HOUR);
        assertThat(found.kept()).isZero();
        assertThat(found.life.state.readings()).isZero();
        assertThat(found.best.answers().lastEntry().getValue().status())
                .isEqualTo(Answer.Status.LOST);
        assertThat(found.best.episodes().values())
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.phase()).isEqualTo(EpisodeChange.Phase.CLOSED));
    }

    @Test
    void ordersThatBecomeKnownLateRepairWhatWasSaid() {
        List<PastInput> readings = readings(5, 0);
        Models before = Models.of(one);
        long from = Recording.START + 300 * HOUR;
        Models after = before.then(from, new Model(2, two));
        Stream found = new Stream(before, LIMITS);
        for (PastInput reading : readings) {
            if (reading.eventTimeMillis() >= from + 20 * HOUR) {
                found.models = after;
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, Stream.inOrder(after, readings, END), 5);
    }

    @Test
    void aModelThatTurnsOutToBeWithdrawnTakesItsAlarmsWithIt() {
        List<PastInput> readings = readings(2, 0);
        List<Model> models = List.of(new Model(1, one));
        Order active = new Order(1, Order.Kind.ACTIVATE, 1, Order.FROM_THE_BEGINNING);
        long from = Recording.START + 390 * HOUR;
        Models before = new Models(models, List.of(active));
        Models after =
                new Models(models, List.of(active, new Order(2, Order.Kind.WITHDRAW, 1, from)));
        Stream found = new Stream(before, LIMITS);
        for (PastInput reading : readings) {
            if (found.models == before && reading.eventTimeMillis() >= from + 28 * HOUR) {
                assertThat(found.best.episodes().values())
                        .as("alarms of the model that turns out to be withdrawn")
                        .anyMatch(episode -> isSince(from, episode, Episode.Kind.SURPRISE))
                        .anyMatch(episode -> isSince(from, episode, Episode.Kind.SILENCE));
                found.models = after;
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, Stream.inOrder(after, readings, END), 2);
    }

    private static boolean isSince(long fromMillis, EpisodeChange one, Episode.Kind kind) {
        return one.episode().kind() == kind && one.episode().startMillis() >= fromMillis;
    }

    @Test
    void aSensorThatStaysSilentIsAnsweredForUntilItIsLost() {
        Stream found = new Stream(Models.of(one), LIMITS);
        for (PastInput reading : readings(9, 0)) {
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        long last = found.best.answers().lastKey();
        found.advance(last + 300 * HOUR);
        List<Answer> silent = List.copyOf(found.best.answers().tailMap(last, false).values());
        assertThat(silent).hasSize(Sensor.MOST_MISSED_SLOTS);
        assertThat(silent.get(silent.size() - 1).status()).isEqualTo(Answer.Status.LOST);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void whatIsRevisedBeforeAGapClosesIsRepairedLikeEverythingElse(long seed) {
        List<PastInput> readings =
                readings(seed, 0).stream().map(TimelineTest::withoutTheSecond).toList();
        Stream expected = Stream.inOrder(swapped(), readings, END);
        Stream found = new Stream(swapped(), LIMITS);
        for (PastInput reading : shuffled(readings, 25 * HOUR, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(50);
    }

    /** From the twentieth hour to the third last, but for three of its values. */
    private static PastInput withoutTheSecond(PastInput reading) {
        long hour = (reading.eventTimeMillis() - Recording.START) / HOUR;
        double[] values = reading.values().clone();
        if (hour >= 20 && hour < LENGTH - 3 && hour != 150 && hour != 290 && hour != 291) {
            values[1] = Double.NaN;
        }
        return new PastInput(reading.eventTimeMillis(), values);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void onAnIntervalOfItsOwnASensorMissesReadingsByItsOwnRhythm(long seed) {
        Models own = Models.of(one.withOwnInterval());
        List<PastInput> readings =
                readings(seed, 0).stream()
                        .map(r -> new PastInput(halved(r.eventTimeMillis()), r.values()))
                        .toList();
        Stream expected = Stream.inOrder(own, readings, halved(END));
        assertThat(expected.best.answers().values().stream())
                .filteredOn(answer -> answer.status() == Answer.Status.MISSING)
                .hasSizeGreaterThan(40)
                .allSatisfy(answer -> assertThat(answer.eventTimeMillis() % (HOUR / 2)).isZero());
        Stream found = new Stream(own, LIMITS);
        for (PastInput reading : shuffled(readings, 5 * HOUR, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 6 * HOUR));
        }
        found.advance(halved(END));
        assertSame(found, expected, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void readingsOfAnIrregularSensorAreRepairedAndNoneIsMissing(long seed) {
        Models irregular =
                Models.of(one)
                        .then(
                                Recording.START + 90 * HOUR,
                                new Model(
                                        4,
                                        Students.random(
                                                Students.decaying(CellKind.LSTM, 6, CHANNELS), 1)))
                        .then(
                                Recording.START + 200 * HOUR,
                                new Model(
                                        2,
                                        Students.random(
                                                Students.irregular(CellKind.GRU, 5, CHANNELS), 2)))
                        .then(Recording.START + 330 * HOUR + 1, new Model(3, one));
        List<PastInput> readings =
                readings(seed, 50).stream()
                        .filter(r -> r.eventTimeMillis() / 60_000 % 3 != 0)
                        .toList();
        Stream expected = Stream.inOrder(irregular, readings, END);
        assertThat(
                        expected.best
                                .answers()
                                .subMap(Recording.START + 90 * HOUR, Recording.START + 330 * HOUR)
                                .values())
                .extracting(Answer::status)
                .containsOnly(Answer.Status.SCORED);
        Stream found = new Stream(irregular, LIMITS);
        for (PastInput reading : shuffled(readings, 20 * HOUR, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 6 * HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(50);
    }

    private static long halved(long time) {
        return Recording.START + (time - Recording.START) / 2;
    }

    @Test
    void whatIsGuessedWhileTheStreamStandsStillIsConfirmedOrCorrected() {
        List<PastInput> readings = readings(6, 0);
        Stream found = new Stream(swapped(), LIMITS);
        for (PastInput reading : readings) {
            long ahead = reading.eventTimeMillis() - 1 - found.watermark;
            if (ahead > 0 && (reading.eventTimeMillis() / HOUR) % 7 == 0) {
                found.guess(reading.eventTimeMillis() + 5 * HOUR);
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, Stream.inOrder(swapped(), readings, END), 6);
        assertThat(found.best.superseding).isGreaterThan(100);
    }

    private Models swapped() {
        return Models.none()
                .then(Order.FROM_THE_BEGINNING, new Model(1, one))
                .then(Recording.START + 200 * HOUR, new Model(2, two))
                .then(Recording.START + 330 * HOUR + 1, new Model(1, one));
    }

    private static void assertSame(Stream found, Stream expected, long seed) {
        assertThat(found.best.faults).as("seed %d", seed).isEmpty();
        assertThat(found.refused).as("seed %d", seed).isZero();
        assertThat(found.best.lines()).as("seed %d", seed).isEqualTo(expected.best.lines());
        assertThat(found.best.episodes()).as("seed %d", seed).isEqualTo(expected.best.episodes());
        assertThat(found.best.surprises()).as("seed %d", seed).hasSizeGreaterThan(10);
    }

    /**
     * @param jitterMinutes how far readings are off their slots
     */
    static List<PastInput> readings(long seed, int jitterMinutes) {
        Recording recording = Recording.hourly(CHANNELS, LENGTH, seed).withSilences(10, seed);
        Random random = new Random(seed);
        List<PastInput> readings = new ArrayList<>();
        for (int t = 0; t < recording.length(); t++) {
            long hour = (recording.times[t] - Recording.START) / HOUR;
            if (hour >= 400 && hour < 412) {
                continue;
            }
            double[] values = recording.values[t].clone();
            if (hour % 100 >= 20 && hour % 100 < 30) {
                values[1] = Double.NaN;
            }
            if (hour % 70 == 55) {
                values[0] = 90;
            }
            long off = jitterMinutes == 0 ? 0 : random.nextInt(jitterMinutes) * 60_000L;
            readings.add(new PastInput(recording.times[t] + off, values));
        }
        return readings;
    }

    /** In an order in which none is behind a later one by more than the bound. */
    static List<PastInput> shuffled(List<PastInput> readings, long boundMillis, long seed) {
        Random random = new Random(seed);
        record Sent(PastInput reading, double at) {}
        return readings.stream()
                .map(
                        reading ->
                                new Sent(
                                        reading,
                                        reading.eventTimeMillis()
                                                + random.nextDouble() * boundMillis))
                .sorted(Comparator.comparingDouble(Sent::at))
                .map(Sent::reading)
                .toList();
    }
}
