package io.hindsight.trainer.data;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How to read the columns of a recording.
 *
 * @param timeColumn the column of event times
 * @param sensor where a row says which sensor it is of
 * @param channels the columns to read as channels, in this order; empty for all remaining ones
 * @param given channels that are seen but not predicted; read also if {@code channels} leaves them
 *     out, and always the last ones
 * @param interval the time from one slot to the next; empty to find it from the times
 * @param irregular whether readings stay at their own times; they have no interval then
 */
public record CsvOptions(
        String timeColumn,
        SensorSource sensor,
        List<String> channels,
        List<String> given,
        Optional<Duration> interval,
        boolean irregular) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    public CsvOptions {
        channels = unlikeNames("channels", channels);
        given = unlikeNames("given", given);
        interval.ifPresent(CsvOptions::requireWithinACentury);
        if (irregular && interval.isPresent()) {
            throw new IllegalArgumentException(
                    "interval must not be given of irregular readings: " + interval.get());
        }
    }

    private static void requireWithinACentury(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "interval must be %s to %s: %s".formatted(SHORTEST, LONGEST, interval));
        }
    }

    private static List<String> unlikeNames(String option, List<String> names) {
        if (names.stream().anyMatch(String::isBlank)
                || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(option + " must be names, each one once: " + names);
        }
        return List.copyOf(names);
    }

    /** Rows of many sensors, all remaining columns as channels. */
    public static CsvOptions sensors(String timeColumn, String sensorColumn) {
        return of(timeColumn, new SensorSource.Column(sensorColumn));
    }

    /** Rows of one sensor, all remaining columns as channels. */
    public static CsvOptions oneSensor(String timeColumn, String sensorId) {
        return of(timeColumn, new SensorSource.One(sensorId));
    }

    /** A file for each sensor and named after it, all remaining columns as channels. */
    public static CsvOptions sensorFiles(String timeColumn) {
        return of(timeColumn, new SensorSource.FileName());
    }

    private static CsvOptions of(String timeColumn, SensorSource sensor) {
        return new CsvOptions(timeColumn, sensor, List.of(), List.of(), Optional.empty(), false);
    }

    public CsvOptions withChannels(List<String> names) {
        return new CsvOptions(timeColumn, sensor, names, given, interval, irregular);
    }

    public CsvOptions withGiven(List<String> names) {
        return new CsvOptions(timeColumn, sensor, channels, names, interval, irregular);
    }

    public CsvOptions withInterval(Duration step) {
        return new CsvOptions(timeColumn, sensor, channels, given, Optional.of(step), irregular);
    }

    public CsvOptions withOwnTimes() {
        return new CsvOptions(timeColumn, sensor, channels, given, interval, true);
    }
}
