package io.hindsight.trainer.data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to read the columns of a recording.
 *
 * @param timeColumn the column of event times
 * @param sensorColumn the column of sensor ids; empty if all rows are of one sensor
 * @param sensorId the id of all rows where there is no sensor column
 * @param channels the columns to read as channels, in this order; empty for all remaining ones
 * @param interval the time from one slot to the next; empty for the most frequent step
 */
public record CsvOptions(
        String timeColumn,
        Optional<String> sensorColumn,
        String sensorId,
        List<String> channels,
        Optional<Duration> interval) {

    public CsvOptions {
        channels = List.copyOf(channels);
        if (interval.isPresent() && interval.get().toMillis() <= 0) {
            throw new IllegalArgumentException("interval must be positive: " + interval.get());
        }
    }

    /** Rows of many sensors, all remaining columns as channels. */
    public static CsvOptions sensors(String timeColumn, String sensorColumn) {
        return new CsvOptions(
                timeColumn, Optional.of(sensorColumn), "", List.of(), Optional.empty());
    }

    /** Rows of one sensor, all remaining columns as channels. */
    public static CsvOptions oneSensor(String timeColumn, String sensorId) {
        return new CsvOptions(timeColumn, Optional.empty(), sensorId, List.of(), Optional.empty());
    }

    public CsvOptions withChannels(List<String> names) {
        return new CsvOptions(timeColumn, sensorColumn, sensorId, names, interval);
    }
}
