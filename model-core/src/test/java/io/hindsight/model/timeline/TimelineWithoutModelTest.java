package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.WithoutModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disorder, and a first model, where sensors are judged before there is one. */
class TimelineWithoutModelTest {
    private static final long HOUR = Students.HOUR;
    private static final int LENGTH = 400;
    private static final long END = Recording.START + (LENGTH + 20) * HOUR;
    private static final long ACTS_FROM = Recording.START + 250 * HOUR;
    private static final Limits LIMITS = new Limits(30 * HOUR, Long.MAX_VALUE);

    private final Bundle bundle = Students.random(Students.lookingBack(CellKind.GRU, 5, 2), 2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void disorderComesToWhatPerfectOrderGives(long seed) {
        List<PastInput> readings = readings(seed);
        Stream expected = Stream.inOrder(models(), WithoutModel.GENERIC, readings, END);
        Stream found = new Stream(models(), LIMITS, WithoutModel.GENERIC);
        for (PastInput reading : shuffled(readings, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 25 * HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).as("seed %d", seed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void aModelThatBecomesKnownLateAnswersAgainForWhatItActsOn(long seed) {
        List<PastInput> readings = readings(seed);
        Stream expected = Stream.inOrder(models(), WithoutModel.GENERIC, readings, END);
        Stream found = new Stream(Models.none(), LIMITS, WithoutModel.GENERIC);
        for (PastInput reading : readings) {
            if (reading.eventTimeMillis() >= ACTS_FROM + 20 * HOUR) {
                found.models = models();
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.best.answers().headMap(ACTS_FROM).values())
                .allMatch(answer -> answer.modelVersion() == 0)
                .allMatch(answer -> answer.status() == Answer.Status.SCORED);
        assertThat(found.best.answers().tailMap(ACTS_FROM).values())
                .allMatch(answer -> answer.modelVersion() == 1);
    }

    private Models models() {
        return Models.none().then(ACTS_FROM, new Model(1, bundle));
    }

    private static List<PastInput> readings(long seed) {
        Recording recording = Recording.hourly(2, LENGTH, seed).withSilences(5, seed);
        List<PastInput> readings = new ArrayList<>();
        for (int t = 0; t < recording.length(); t++) {
            double[] values = recording.values[t];
            readings.add(
                    new PastInput(
                            recording.times[t], t % 150 == 130 ? new double[] {90, -90} : values));
        }
        return readings;
    }

    private static List<PastInput> shuffled(List<PastInput> readings, long seed) {
        Random random = new Random(seed);
        List<long[]> order = new ArrayList<>();
        for (int t = 0; t < readings.size(); t++) {
            long arrives = readings.get(t).eventTimeMillis() + random.nextInt(10) * HOUR;
            order.add(new long[] {arrives, t});
        }
        order.sort(Comparator.comparingLong(one -> one[0]));
        return order.stream().map(one -> readings.get((int) one[1])).toList();
    }

    private static void assertSame(Stream found, Stream expected, long seed) {
        assertThat(found.best.faults).as("seed %d", seed).isEmpty();
        assertThat(found.best.lines()).as("seed %d", seed).isEqualTo(expected.best.lines());
        assertThat(found.best.episodes()).as("seed %d", seed).isEqualTo(expected.best.episodes());
    }
}
