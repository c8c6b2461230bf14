package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.PastInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The last word on each episode is that of readings in perfect order, while it is open, too. */
class EpisodeTimelineTest {
    private static final long HOUR = Students.HOUR;
    private static final int CHANNELS = 3;
    private static final Limits LIMITS = new Limits(30 * HOUR, Long.MAX_VALUE);

    /** Within episodes, and some time behind them. */
    private static final int[] ENDS = {186, 188, 189, 220, 256, 257, 259, 327, 328, 331, 400};

    private final Models model =
            Models.of(Students.random(Students.lookingBack(CellKind.LSTM, 6, CHANNELS), 1));

    @Test
    void readingsThatComeInDisorderLeaveTheLastWordOnEachEpisodeAsItIs() {
        int updates = 0;
        long open = 0;
        for (int trial = 0; trial < 6 * ENDS.length; trial++) {
            long seed = trial / ENDS.length;
            int end = ENDS[trial % ENDS.length];
            List<PastInput> readings = rising(end, seed);
            long until = Recording.START + end * HOUR;
            Stream expected = Stream.inOrder(model, readings, until);
            Stream found = new Stream(model, LIMITS);
            for (PastInput reading : TimelineTest.shuffled(readings, 15 * HOUR, seed)) {
                found.accept(reading.eventTimeMillis(), reading.values());
                found.advance(Math.max(found.watermark, reading.eventTimeMillis() - 16 * HOUR));
            }
            found.advance(until);
            assertThat(found.best.episodes())
                    .as("seed %d, end %d", seed, end)
                    .isEqualTo(expected.best.episodes());
            updates += expected.best.updates;
            open += open(expected);
        }
        assertThat(updates).as("updates in order").isPositive();
        assertThat(open).as("episodes that are open in the end").isPositive();
    }

    @Test
    void anUpdateThatALateReadingUndoesIsTakenBackByTheWordBeforeIt() {
        for (long seed = 1; seed < 40; seed++) {
            List<PastInput> readings = rising(188, seed);
            for (int late = readings.size() - 6; late < readings.size() - 1; late++) {
                Stream expected = Stream.inOrder(model, readings, Recording.START + 188 * HOUR);
                Stream found = new Stream(model, LIMITS);
                List<PastInput> others = new ArrayList<>(readings);
                others.add(others.remove(late));
                for (PastInput reading : others) {
                    found.accept(reading.eventTimeMillis(), reading.values());
                }
                found.advance(Recording.START + 188 * HOUR);
                assertThat(found.best.episodes())
                        .as("seed %d, late %d", seed, late)
                        .isEqualTo(expected.best.episodes());
            }
        }
    }

    private static long open(Stream stream) {
        return stream.best.episodes().values().stream()
                .map(EpisodeChange::phase)
                .filter(EpisodeChange.Phase::goesOn)
                .count();
    }

    /** Every seventy hours all channels leave their ways in turns, farther and farther. */
    private static List<PastInput> rising(int hours, long seed) {
        Recording recording = Recording.hourly(CHANNELS, hours, seed);
        Random random = new Random(seed);
        List<PastInput> readings = new ArrayList<>();
        for (int t = 0; t < hours; t++) {
            double[] values = recording.values[t].clone();
            int into = t % 70 - 44;
            if (t > 100 && into >= 0 && into < 6) {
                values[random.nextInt(CHANNELS)] += 3 << (into + random.nextInt(3));
            }
            readings.add(new PastInput(recording.times[t], values));
        }
        return readings;
    }
}
