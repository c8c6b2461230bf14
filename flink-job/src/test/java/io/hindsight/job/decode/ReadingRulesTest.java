package io.hindsight.job.decode;

import static io.hindsight.schemas.DeadLetter.Fault.CHANNEL_COUNT;
import static io.hindsight.schemas.DeadLetter.Fault.NOT_FINITE;
import static io.hindsight.schemas.DeadLetter.Fault.TIME_RANGE;
import static io.hindsight.schemas.DeadLetter.Fault.UNKNOWN_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRulesTest {
    private static final Instant SENT = Instant.parse("2024-05-01T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final ReadingRules RULES =
            new ReadingRules(Set.of("water", "air", "earth"), EARLIEST, Duration.ofHours(1));

    @Test
    void letsAReadingWithHolesThrough() {
        assertThat(check(Reading.asSent("s", "air", SENT.toEpochMilli(), 1.0, null, -2.0)))
                .isEmpty();
    }

    @Test
    void letsAReadingOfNothingButHolesThrough() {
        assertThat(check(new Reading("s", "air", SENT.toEpochMilli(), new double[] {Double.NaN})))
                .isEmpty();
    }

    @Test
    void refusesAGroupThatIsNotServed() {
        assertThat(check(reading("fire", SENT, 1)))
                .contains(
                        new Fault(
                                UNKNOWN_GROUP,
                                "group",
                                "must be one of [air, earth, water]",
                                "fire"));
    }

    @Test
    void servesAllGroupsWhenNoneIsNamed() {
        ReadingRules all = new ReadingRules(Set.of(), EARLIEST, Duration.ofHours(1));

        assertThat(all.check(reading("fire", SENT, 1), SENT.toEpochMilli())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "LONG"})
    void refusesANameThatIsBlankOrTooLong(String text) {
        String name = text.equals("LONG") ? "n".repeat(ReadingRules.LONGEST_NAME + 1) : text;
        Reading reading = new Reading(name, "air", SENT.toEpochMilli(), new double[1]);

        assertThat(check(reading).map(Fault::reason)).contains(Fault.NAME);
        assertThat(check(reading).map(Fault::field)).contains("sensor");
    }

    @Test
    void holdsAReadingToNoFutureWhenItsRecordHasNoTimestamp() {
        assertThat(RULES.check(reading("air", SENT.plus(Duration.ofDays(900)), 1), -1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAValueThatWasSentAndIsNotFinite(double value) {
        Reading reading = Reading.asSent("s", "air", SENT.toEpochMilli(), null, 1.0, value, value);

        assertThat(check(reading))
                .contains(
                        new Fault(
                                NOT_FINITE,
                                "values[2]",
                                "must be finite, or null for a hole",
                                Double.toString(value)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 513, 70_000})
    void refusesAChannelCountThatNoModelHas(int count) {
        assertThat(check(reading("air", SENT, count)))
                .contains(
                        new Fault(
                                CHANNEL_COUNT,
                                "values",
                                "must have 1 to 512 values",
                                Integer.toString(count)));
    }

    @Test
    void refusesATimeBeforeTheEarliestAndTakesTheEarliestItself() {
        assertThat(check(reading("air", EARLIEST, 1))).isEmpty();
        assertThat(check(reading("air", EARLIEST.minusMillis(1), 1)))
                .contains(
                        new Fault(
                                TIME_RANGE,
                                "eventTimeMillis",
                                "must not be before 2000-01-01T00:00:00Z",
                                "1999-12-31T23:59:59.999Z"));
    }

    @Test
    void judgesHowFarAheadATimeIsByTheRecordsTimestamp() {
        Instant latest = SENT.plus(Duration.ofHours(1));

        assertThat(check(reading("air", latest, 1))).isEmpty();
        assertThat(check(reading("air", latest.plusMillis(1), 1)))
                .contains(
                        new Fault(
                                TIME_RANGE,
                                "eventTimeMillis",
                                "must be at most PT1H after the record's timestamp,"
                                        + " 2024-05-01T00:00:00Z",
                                "2024-05-01T01:00:00.001Z"));
        assertThat(RULES.check(reading("air", latest.plusMillis(1), 1), SENT.toEpochMilli() + 1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -2, 0, Long.MAX_VALUE})
    void judgesTimesAtTheEndsOfTheirRange(long recordTimestampMillis) {
        ReadingRules wide =
                new ReadingRules(Set.of(), Instant.MIN, Duration.ofSeconds(Long.MAX_VALUE));
        for (long time : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
            Reading reading = new Reading("s", "air", time, new double[1]);

            assertThat(wide.check(reading, recordTimestampMillis)).isEmpty();
            assertThat(RULES.check(reading, recordTimestampMillis).map(Fault::reason))
                    .isEqualTo(
                            time == Long.MAX_VALUE && recordTimestampMillis == Long.MAX_VALUE
                                    ? Optional.empty()
                                    : Optional.of(TIME_RANGE));
        }
    }

    private static Optional<Fault> check(Reading reading) {
        return RULES.check(reading, SENT.toEpochMilli());
    }

    private static Reading reading(String group, Instant time, int channels) {
        return new Reading("s", group, time.toEpochMilli(), new double[channels]);
    }
}
