package io.hindsight.trainer.data;

import java.util.List;

/**
 * Series of one kind of sensor.
 *
 * @param channels the channels' names, in the order of the values
 * @param intervalMillis the time from one slot to the next
 * @param series one for each sensor, in the order in which the sensors appear
 * @param duplicates readings that were dropped because their slot had one already
 * @param outOfOrder readings that came after a later one of their sensor
 */
public record DataSet(
        List<String> channels,
        long intervalMillis,
        List<SensorSeries> series,
        long duplicates,
        long outOfOrder) {

    public DataSet {
        channels = List.copyOf(channels);
        series = List.copyOf(series);
    }

    public long firstMillis() {
        return series.stream().mapToLong(s -> s.timeMillis(0)).min().orElseThrow();
    }

    /** The time of the last slot. */
    public long lastMillis() {
        return series.stream().mapToLong(s -> s.timeMillis(s.length() - 1)).max().orElseThrow();
    }

    public int slots() {
        return series.stream().mapToInt(SensorSeries::length).sum();
    }
}
