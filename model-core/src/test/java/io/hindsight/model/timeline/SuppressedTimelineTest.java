package io.hindsight.model.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.Suppression;
import io.hindsight.model.suppress.Suppressions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is ignored is decided by each slot's event time, however readings and rules arrive. */
class SuppressedTimelineTest {
    private static final long HOUR = Students.HOUR;
    private static final long END = Recording.START + 520 * HOUR;
    private static final Limits LIMITS = new Limits(30 * HOUR, Long.MAX_VALUE);
    private static final Optional<String> ALL = Optional.empty();

    private final Bundle bundle = Students.random(Students.lookingBack(CellKind.LSTM, 6, 3), 1);
    private final String first = bundle.spec().channels().get(0);
    private final Suppression one = new Suppression(1, hour(100), List.of(window(120, 270)));
    private final Suppression two =
            new Suppression(
                    2,
                    hour(260),
                    List.of(window(120, 290), new Rule.Relative("share", ALL, first, 0.5)));

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73, 74, 75, 76})
    void lateReadingsSeeWhatActsAtTheirOwnTime(long seed) {
        Models models = Models.of(bundle).with(new Suppressions(List.of(one, two)));
        List<PastInput> readings = TimelineTest.readings(seed, 0);
        Stream expected = Stream.inOrder(models, readings, END);
        Stream found = new Stream(models, LIMITS);
        for (PastInput reading : TimelineTest.shuffled(readings, 25 * HOUR, seed)) {
            found.accept(reading.eventTimeMillis(), reading.values());
            found.advance(Math.max(found.watermark, reading.eventTimeMillis() - HOUR));
        }
        found.advance(END);
        assertSame(found, expected, seed);
        assertThat(found.repaired).isGreaterThan(50);
        assertThat(suppressed(found))
                .anyMatch(answer -> answer.result().suppressed.equals("service"))
                .allMatch(answer -> answer.eventTimeMillis() >= hour(120));
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void rulesThatBecomeKnownLateRepairWhatWasSaid(long seed) {
        Models before = Models.of(bundle).with(new Suppressions(List.of(one)));
        Models after = before.with(new Suppressions(List.of(one, two)));
        List<PastInput> readings = TimelineTest.readings(seed, 0);
        Stream found = new Stream(before, LIMITS);
        for (PastInput reading : readings) {
            if (reading.eventTimeMillis() >= two.fromMillis() + 20 * HOUR) {
                found.models = after;
            }
            found.await(reading.eventTimeMillis(), reading.values());
            found.advance(reading.eventTimeMillis());
        }
        found.advance(END);
        assertSame(found, Stream.inOrder(after, readings, END), seed);
        assertThat(suppressed(found))
                .as("said before the rules were known")
                .anyMatch(a -> a.eventTimeMillis() >= hour(270) && a.eventTimeMillis() < hour(279));
    }

    @Test
    void noEpisodeOpensInAMaintenanceWindow() {
        List<PastInput> readings = TimelineTest.readings(8, 0);
        Models plain = Models.of(bundle);
        Models muted = plain.with(new Suppressions(List.of(one)));

        assertThat(starts(Stream.inOrder(plain, readings, END)))
                .as("alarms without rules")
                .anyMatch(start -> start >= hour(120) && start < hour(270));
        assertThat(starts(Stream.inOrder(muted, readings, END)))
                .isNotEmpty()
                .noneMatch(start -> start >= hour(120) && start < hour(270));
    }

    private static List<Long> starts(Stream stream) {
        return stream.best.surprises().stream()
                .map(change -> change.episode().startMillis())
                .toList();
    }

    private static List<Answer> suppressed(Stream stream) {
        return stream.best.answers().values().stream()
                .filter(answer -> answer.result().suppressed != null)
                .toList();
    }

    private static void assertSame(Stream found, Stream expected, long seed) {
        assertThat(found.best.faults).as("seed %d", seed).isEmpty();
        assertThat(found.best.lines()).as("seed %d", seed).isEqualTo(expected.best.lines());
        assertThat(found.best.episodes()).as("seed %d", seed).isEqualTo(expected.best.episodes());
        assertThat(found.best.surprises()).as("seed %d", seed).hasSizeGreaterThan(5);
    }

    private static Rule window(int fromHour, int untilHour) {
        return new Rule.Maintenance("service", ALL, hour(fromHour), hour(untilHour));
    }

    private static long hour(int hour) {
        return Recording.START + hour * HOUR;
    }
}
