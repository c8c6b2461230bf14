package io.hindsight.trainer.data;

import java.util.List;

/**
 * Series of one kind of sensor.
 *
 * @param channels the channels' names, in the order of the values; the given ones come last
 * @param given channels that are seen but not predicted, such as a set point or the weather
 * @param intervalMillis the time from one slot to the next, 0 for irregular sensors
 * @param paceMillis the interval; of irregular sensors the usual time between two readings
 * @param series one for each sensor, in the order in which the sensors appear
 */
public record DataSet(
        List<String> channels,
        List<String> given,
        long intervalMillis,
        long paceMillis,
        List<SensorSeries> series) {

    public DataSet {
        channels = List.copyOf(channels);
        given = List.copyOf(given);
        series = List.copyOf(series);
        if (paceMillis < 1) {
            throw new IllegalArgumentException("paceMillis must be at least 1: " + paceMillis);
        }
        int predicted = channels.size() - given.size();
        if (predicted < 1 || !channels.subList(predicted, channels.size()).equals(given)) {
            throw new IllegalArgumentException(
                    "given channels must come last, after at least one predicted: channels="
                            + channels
                            + ", given="
                            + given);
        }
    }

    /** A set of regular sensors. */
    public DataSet(
            List<String> channels,
            List<String> given,
            long intervalMillis,
            List<SensorSeries> series) {
        this(channels, given, intervalMillis, intervalMillis, series);
    }

    /** A set of regular sensors of which every channel is predicted. */
    public DataSet(List<String> channels, long intervalMillis, List<SensorSeries> series) {
        this(channels, List.of(), intervalMillis, series);
    }

    /** Whether the slots are on a grid; otherwise they are the readings, at their own times. */
    public boolean isRegular() {
        return intervalMillis > 0;
    }

    /** The channels that are not given. */
    public List<String> predicted() {
        return channels.subList(0, channels.size() - given.size());
    }

    /** Readings that were dropped because their slot had one already. */
    public long duplicates() {
        return series.stream().mapToLong(s -> s.arrivals().duplicates()).sum();
    }

    /** Readings that came after a later one of their sensor. */
    public long outOfOrder() {
        return series.stream().mapToLong(s -> s.arrivals().outOfOrder()).sum();
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
