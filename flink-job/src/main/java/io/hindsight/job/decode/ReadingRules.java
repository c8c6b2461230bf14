package io.hindsight.job.decode;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.Reading;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.record.RecordBatch;

/**
 * What can be said of a reading without knowing its sensor or its model.
 *
 * @param groups the sensor groups that the job serves; empty for all
 * @param earliest event times before this are refused
 * @param furthestAhead event times further than this after the record's own Kafka timestamp are
 *     refused: a sensor's clock is wrong. The record's timestamp is used, not this machine's clock,
 *     so that playing a topic again decides the same; a record without a timestamp (−1) is not held
 *     to it
 */
public record ReadingRules(Set<String> groups, Instant earliest, Duration furthestAhead)
        implements Serializable {

    public ReadingRules {
        groups = Set.copyOf(groups);
    }

    /** Longest name of a sensor or a group, in characters. */
    public static final int LONGEST_NAME = 256;

    /** The first fault of a reading, if it has one. */
    public Optional<Fault> check(Reading reading, long recordTimestampMillis) {
        if (!groups.isEmpty() && !groups.contains(reading.group())) {
            return fault(
                    Fault.UNKNOWN_GROUP,
                    "group",
                    "must be one of " + new TreeSet<>(groups),
                    reading.group());
        }
        if (!isName(reading.sensor())) {
            return nameFault("sensor", reading.sensor());
        }
        if (!isName(reading.group())) {
            return nameFault("group", reading.group());
        }
        int notFinite = reading.firstNotFinite();
        if (notFinite != Reading.NONE) {
            return fault(
                    Fault.NOT_FINITE,
                    "values[" + notFinite + "]",
                    "must be finite, or null for a hole",
                    Double.toString(reading.values()[notFinite]));
        }
        int count = reading.values().length;
        if (count < 1 || count > StudentSpec.MOST_CHANNELS) {
            return fault(
                    Fault.CHANNEL_COUNT,
                    "values",
                    "must have 1 to " + StudentSpec.MOST_CHANNELS + " values",
                    Integer.toString(count));
        }
        Instant time = Instant.ofEpochMilli(reading.eventTimeMillis());
        if (time.isBefore(earliest)) {
            return timeFault("must not be before " + earliest, time);
        }
        Instant sent = Instant.ofEpochMilli(recordTimestampMillis);
        boolean known = recordTimestampMillis != RecordBatch.NO_TIMESTAMP;
        if (known && Duration.between(sent, time).compareTo(furthestAhead) > 0) {
            return timeFault(
                    "must be at most " + furthestAhead + " after the record's timestamp, " + sent,
                    time);
        }
        return Optional.empty();
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static Optional<Fault> nameFault(String field, String name) {
        return fault(
                Fault.NAME,
                field,
                "must have 1 to " + LONGEST_NAME + " characters, not all blank",
                name);
    }

    private static Optional<Fault> timeFault(String rule, Instant time) {
        return fault(Fault.TIME_RANGE, "eventTimeMillis", rule, time.toString());
    }

    private static Optional<Fault> fault(String reason, String field, String rule, String found) {
        return Optional.of(new Fault(reason, field, rule, found));
    }
}
