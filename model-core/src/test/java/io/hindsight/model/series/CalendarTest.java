package io.hindsight.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void isSineAndCosineOfThePlaceInThePeriod() {
        assertThat(write(List.of(DAY), HOUR, Instant.parse("2024-03-01T00:00:00Z").toEpochMilli()))
                .containsExactly(0f, 1f);
        float[] sixAm =
                write(List.of(DAY), HOUR, Instant.parse("2024-03-01T06:00:00Z").toEpochMilli());
        assertThat(sixAm[0]).isEqualTo(1f);
        assertThat(sixAm[1]).isCloseTo(0f, within(1e-7f));
        float[] ninePm =
                write(List.of(DAY), HOUR, Instant.parse("2024-03-01T21:00:00Z").toEpochMilli());
        assertThat(ninePm[0]).isEqualTo((float) -Math.sqrt(0.5));
        assertThat(ninePm[1]).isEqualTo((float) Math.sqrt(0.5));
    }

    @Test
    void theTableGivesTheBitsOfTheDirectPath() {
        Calendar tables = new Calendar(List.of(DAY, WEEK), HOUR);
        Calendar direct = new Calendar(List.of(DAY, WEEK), 0);
        assertThat(tables.size()).isEqualTo(4);
        long seed = 11;
        Random random = new Random(seed);
        for (int trial = 0; trial < 20_000; trial++) {
            long slot = random.nextInt(-1_000_000, 1_000_000) * HOUR;
            long time = trial % 4 == 0 ? slot + random.nextLong(HOUR) : slot;
            float[] a = new float[6];
            float[] b = new float[6];
            tables.write(time, a, 1);
            direct.write(time, b, 1);
            assertThat(a).as("seed %d, time %d", seed, time).isEqualTo(b);
            assertThat(a[0]).isZero();
            assertThat(a[5]).isZero();
        }
    }

    @Test
    void servesPeriodsThatTheIntervalDoesNotDivide() {
        assertThat(write(List.of(DAY), 7 * HOUR, 14 * HOUR))
                .isEqualTo(write(List.of(DAY), 0, 14 * HOUR));
        assertThat(write(List.of(365 * DAY), 1000, 5 * DAY))
                .isEqualTo(write(List.of(365 * DAY), 0, 5 * DAY));
    }

    @Test
    void mayHaveNoPeriodAtAll() {
        Calendar none = new Calendar(List.of(), HOUR);
        assertThat(none.size()).isZero();
        none.write(5 * HOUR, new float[0], 0);
    }

    private static float[] write(List<Long> periods, long interval, long time) {
        Calendar calendar = new Calendar(periods, interval);
        float[] out = new float[calendar.size()];
        calendar.write(time, out, 0);
        return out;
    }
}
