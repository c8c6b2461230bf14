package io.hindsight.trainer.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts readings on the regular grid: sorts each sensor's by time, drops all but the first of a
 * slot, and marks the slots that have none. A time between two slots belongs to the nearest one.
 * Irregular sensors' readings stay where they are, the first one of each time. What was dropped or
 * moved is counted for each sensor.
 */
public final class DataSetReader {
    private static final long MOST_CELLS = 500_000_000;

    private final List<String> channels;
    private final List<String> given;

    /** By name, so that it doesn't matter which sensor's row comes first. */
    private final Map<String, List<Row>> rowsOfSensor = new TreeMap<>();

    private final Map<String, Long> outOfOrder = new TreeMap<>();

    public DataSetReader(List<String> channels) {
        this(channels, List.of());
    }

    /**
     * @param given those channels, the last ones, that are seen but not predicted
     */
    public DataSetReader(List<String> channels, List<String> given) {
        this.channels = List.copyOf(channels);
        this.given = List.copyOf(given);
    }

    /**
     * Reads all rows of the files.
     *
     * @throws DataException if a file breaks a rule
     */
    public static DataSet read(List<Path> files, CsvOptions options) {
        CsvReadings readings = new CsvReadings(files, options);
        DataSetReader reader = new DataSetReader(readings.channels(), readings.given());
        readings.forEach(reader::add);
        if (reader.rowsOfSensor.isEmpty()) {
            throw new DataException(
                    "%s: there must be a row of readings: there is only a header"
                            .formatted(files.size() == 1 ? files.get(0) : files));
        }
        return options.irregular()
                ? reader.buildIrregular()
                : reader.build(options.interval().map(Duration::toMillis).orElse(0L));
    }

    public void add(Row row) {
        List<Row> rows = rowsOfSensor.computeIfAbsent(row.sensor(), id -> new ArrayList<>());
        if (!rows.isEmpty() && rows.get(rows.size() - 1).timeMillis() > row.timeMillis()) {
            outOfOrder.merge(row.sensor(), 1L, Long::sum);
        }
        rows.add(row);
    }

    /**
     * @param intervalMillis the time from one slot to the next, 0 to find it
     * @throws DataException if there is no reading, or if the interval is to be found and the
     *     sensors have several
     */
    public DataSet build(long intervalMillis) {
        sort();
        long interval = intervalMillis > 0 ? intervalMillis : foundInterval();
        List<SensorSeries> series = new ArrayList<>();
        rowsOfSensor.forEach((sensor, rows) -> series.add(grid(sensor, rows, interval)));
        return new DataSet(channels, given, interval, series);
    }

    /**
     * All readings at their own times.
     *
     * @throws DataException if there is no reading, or if no sensor has two times
     */
    public DataSet buildIrregular() {
        sort();
        long pace = IrregularReadings.paceMillis(rowsOfSensor.values());
        List<SensorSeries> series = new ArrayList<>();
        rowsOfSensor.forEach(
                (sensor, rows) ->
                        series.add(
                                IrregularReadings.series(
                                        sensor,
                                        rows,
                                        channels.size(),
                                        pace,
                                        outOfOrder.getOrDefault(sensor, 0L))));
        return new DataSet(channels, given, 0, pace, series);
    }

    private void sort() {
        if (rowsOfSensor.isEmpty()) {
            throw new DataException("there is no reading in the data");
        }
        rowsOfSensor.values().forEach(rows -> rows.sort(Comparator.comparingLong(Row::timeMillis)));
    }

    private long foundInterval() {
        long interval = Grid.interval(rowsOfSensor.values());
        rowsOfSensor.forEach((sensor, rows) -> Grid.refuseAnotherInterval(sensor, rows, interval));
        return interval;
    }

    private SensorSeries grid(String sensor, List<Row> rows, long interval) {
        long start = Grid.start(rows, interval);
        long slots = slot(rows.get(rows.size() - 1), start, interval) + 1;
        if (slots * channels.size() > MOST_CELLS) {
            throw new DataException(
                    "sensor %s: the interval is too short for the time that the data spans: %d ms"
                            .formatted(sensor, interval));
        }
        double[] values = new double[(int) slots * channels.size()];
        Arrays.fill(values, Double.NaN);
        boolean[] present = new boolean[(int) slots];
        long duplicates = 0;
        long offGrid = 0;
        long largestOffset = 0;
        for (Row row : rows) {
            int slot = (int) slot(row, start, interval);
            long offset = Math.abs(row.timeMillis() - start - slot * interval);
            offGrid += offset > 0 ? 1 : 0;
            largestOffset = Math.max(largestOffset, offset);
            if (present[slot]) {
                duplicates++;
                continue;
            }
            present[slot] = true;
            System.arraycopy(row.values(), 0, values, slot * channels.size(), channels.size());
        }
        return new SensorSeries(
                sensor,
                new SlotTimes.OnGrid(start, interval),
                channels.size(),
                values,
                present,
                new Arrivals(
                        rows.size(),
                        duplicates,
                        outOfOrder.getOrDefault(sensor, 0L),
                        offGrid,
                        largestOffset));
    }

    private static long slot(Row row, long start, long interval) {
        return SensorSeries.nearestSlot(row.timeMillis(), start, interval);
    }
}
