package io.hindsight.trainer.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Sensors whose readings stay at their own times. All rows must be sorted by time. */
final class IrregularReadings {
    private IrregularReadings() {}

    /**
     * The pace of all sensors together: the median time from one reading to the next.
     *
     * @throws DataException if no sensor has two times
     */
    static long paceMillis(Collection<List<Row>> sensors) {
        long[] steps =
                sensors.stream()
                        .flatMapToLong(
                                rows -> {
                                    long[] times = times(rows);
                                    for (int t = times.length - 1; t > 0; t--) {
                                        times[t] -= times[t - 1];
                                    }
                                    return Arrays.stream(times).skip(1);
                                })
                        .sorted()
                        .toArray();
        if (steps.length == 0) {
            throw new DataException(
                    "the pace of the readings cannot be found, no sensor has two times: record"
                            + " longer");
        }
        return steps[steps.length / 2];
    }

    /** One sensor's series: of several readings of one time the first one. */
    static SensorSeries series(
            String sensor, List<Row> rows, int channels, long paceMillis, long outOfOrder) {
        long[] times = times(rows);
        double[] values = new double[Math.multiplyExact(times.length, channels)];
        int at = -1;
        for (Row row : rows) {
            if (at < 0 || row.timeMillis() != times[at]) {
                at++;
                System.arraycopy(row.values(), 0, values, at * channels, channels);
            }
        }
        return new SensorSeries(
                sensor,
                new SlotTimes.Own(times, paceMillis),
                channels,
                values,
                SensorSeries.all(times.length),
                new Arrivals(rows.size(), rows.size() - times.length, outOfOrder, 0, 0));
    }

    private static long[] times(List<Row> rows) {
        return rows.stream().mapToLong(Row::timeMillis).distinct().toArray();
    }
}
