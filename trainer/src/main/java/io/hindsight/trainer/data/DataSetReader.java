package io.hindsight.trainer.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts readings on the regular grid: sorts each sensor's by time, drops all but the first of a
 * slot, and marks the slots that have none. A time between two slots belongs to the nearest one.
 */
public final class DataSetReader {
    private static final long MOST_CELLS = 500_000_000;

    private final List<String> channels;
    private final Map<String, List<Row>> rowsOfSensor = new LinkedHashMap<>();
    private long duplicates;
    private long outOfOrder;

    public DataSetReader(List<String> channels) {
        this.channels = List.copyOf(channels);
    }

    /**
     * Reads all rows of the files.
     *
     * @throws DataException if a file breaks a rule
     */
    public static DataSet read(List<Path> files, CsvOptions options) {
        CsvReadings readings = new CsvReadings(files, options);
        DataSetReader reader = new DataSetReader(readings.channels());
        readings.forEach(reader::add);
        return reader.build(options.interval().map(Duration::toMillis).orElse(0L));
    }

    public void add(Row row) {
        List<Row> rows = rowsOfSensor.computeIfAbsent(row.sensor(), id -> new ArrayList<>());
        if (!rows.isEmpty() && rows.get(rows.size() - 1).timeMillis() > row.timeMillis()) {
            outOfOrder++;
        }
        rows.add(row);
    }

    /**
     * @param intervalMillis the time from one slot to the next, 0 for the most frequent step
     */
    public DataSet build(long intervalMillis) {
        if (rowsOfSensor.isEmpty()) {
            throw new DataException("there is no reading in the data");
        }
        rowsOfSensor.values().forEach(rows -> rows.sort(Comparator.comparingLong(Row::timeMillis)));
        long interval = intervalMillis > 0 ? intervalMillis : mostFrequentStep();
        List<SensorSeries> series = new ArrayList<>();
        rowsOfSensor.forEach((sensor, rows) -> series.add(grid(sensor, rows, interval)));
        return new DataSet(channels, interval, series, duplicates, outOfOrder);
    }

    private long mostFrequentStep() {
        Map<Long, Integer> counts = new HashMap<>();
        for (List<Row> rows : rowsOfSensor.values()) {
            for (int k = 1; k < rows.size(); k++) {
                long step = rows.get(k).timeMillis() - rows.get(k - 1).timeMillis();
                if (step > 0) {
                    counts.merge(step, 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(
                        Comparator.comparingInt((Map.Entry<Long, Integer> e) -> e.getValue())
                                .thenComparing(e -> -e.getKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(
                        () ->
                                new DataException(
                                        "the interval cannot be found: no sensor has two times"));
    }

    private SensorSeries grid(String sensor, List<Row> rows, long interval) {
        long start = rows.get(0).timeMillis();
        long slots = slot(rows.get(rows.size() - 1), start, interval) + 1;
        if (slots * channels.size() > MOST_CELLS) {
            throw new DataException(
                    "sensor %s: the interval is too short for the time that the data spans: %d ms"
                            .formatted(sensor, interval));
        }
        double[] values = new double[(int) slots * channels.size()];
        Arrays.fill(values, Double.NaN);
        boolean[] present = new boolean[(int) slots];
        for (Row row : rows) {
            int slot = (int) slot(row, start, interval);
            if (present[slot]) {
                duplicates++;
                continue;
            }
            present[slot] = true;
            System.arraycopy(row.values(), 0, values, slot * channels.size(), channels.size());
        }
        return new SensorSeries(sensor, start, interval, channels.size(), values, present);
    }

    private static long slot(Row row, long start, long interval) {
        return SensorSeries.nearestSlot(row.timeMillis(), start, interval);
    }
}
