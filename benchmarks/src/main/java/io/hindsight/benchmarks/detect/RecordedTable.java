package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one sensor of a recording, in the file's order. */
public final class RecordedTable {
    private static final long MINUTE_MILLIS = 60_000;

    private final List<String> channels;
    private final List<Long> times = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();

    private RecordedTable(List<String> channels) {
        this.channels = channels;
    }

    /**
     * Where a file has what; an empty name is none.
     *
     * @param time without one, rows are minutes
     * @param sensor without one, all rows are of one sensor
     * @param ignored columns that are no channels
     */
    public record Columns(String time, String sensor, String label, List<String> ignored) {
        public static final Columns USUAL = new Columns("time", "sensor", "", List.of());

        public Columns labelled(String column) {
            return new Columns(time, sensor, column, ignored);
        }

        Columns without(String... columns) {
            return new Columns(time, sensor, label, List.of(columns));
        }

        boolean channel(String column) {
            return !column.isEmpty()
                    && !List.of(time, sensor, label).contains(column)
                    && !ignored.contains(column);
        }
    }

    /** By sensor, in the order in which they come. */
    public static Map<String, RecordedTable> read(Path file, Columns columns) {
        Map<String, RecordedTable> tables = new LinkedHashMap<>();
        try (CsvFile csv = new CsvFile(file)) {
            List<String> channels = csv.header().stream().filter(columns::channel).toList();
            int[] indices = channels.stream().mapToInt(csv::column).toArray();
            Optional<Integer> time = index(csv, columns.time());
            Optional<Integer> sensor = index(csv, columns.sensor());
            Optional<Integer> label = index(csv, columns.label());
            while (csv.next()) {
                String name = sensor.map(csv::field).orElse("");
                RecordedTable table =
                        tables.computeIfAbsent(name, key -> new RecordedTable(channels));
                long minutes = table.rows.size() * MINUTE_MILLIS;
                table.times.add(time.map(at -> CsvFields.epochMillis(csv, at)).orElse(minutes));
                table.rows.add(
                        Arrays.stream(indices)
                                .mapToDouble(at -> CsvFields.value(csv, at))
                                .toArray());
                table.labels.add(label.map(at -> CsvFields.label(csv, at)).orElse(false));
            }
        }
        return tables;
    }

    /** Of a file that has one sensor. */
    public static RecordedTable one(Path file, Columns columns) {
        Map<String, RecordedTable> tables = read(file, columns);
        if (tables.size() != 1) {
            throw new DataException(
                    "%s: there must be rows of one sensor: %s".formatted(file, tables.keySet()));
        }
        return tables.values().iterator().next();
    }

    private static Optional<Integer> index(CsvFile csv, String column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(csv.column(column));
    }

    /** These rows and then those of another table with the same channels. */
    RecordedTable then(RecordedTable later) {
        RecordedTable both = new RecordedTable(channels);
        for (RecordedTable one : List.of(this, later)) {
            both.times.addAll(one.times);
            both.rows.addAll(one.rows);
            both.labels.addAll(one.labels);
        }
        return both;
    }

    public List<String> channels() {
        return channels;
    }

    public int rows() {
        return rows.size();
    }

    public long[] epochMillis() {
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    public double[] values(int channel) {
        return rows.stream().mapToDouble(row -> row[channel]).toArray();
    }

    /** [rows][channels], not copies. */
    public double[][] rowValues() {
        return rows.toArray(double[][]::new);
    }

    public boolean[] labels() {
        boolean[] all = new boolean[labels.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = labels.get(i);
        }
        return all;
    }

    /** One channel with the sensor's labels. */
    LabelledSeries labelled(String name, int channel) {
        List<RowWindow> windows = EventWindows.ofLabels(labels());
        return new LabelledSeries(
                name + "." + channels.get(channel), epochMillis(), values(channel), windows);
    }
}
