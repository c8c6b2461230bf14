package io.hindsight.trainer.data;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Readings of one or more CSV files, in the order of the files and their rows. All files must have
 * the channels of the first one. Empty, {@code NA} and {@code NaN} are holes.
 */
public final class CsvReadings {
    private final List<Path> files;
    private final CsvOptions options;
    private final List<String> channels;

    /**
     * Reads the first file's header.
     *
     * @throws DataException if a file or a column is missing
     */
    public CsvReadings(List<Path> files, CsvOptions options) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must not be empty");
        }
        this.files = List.copyOf(files);
        this.options = options;
        this.channels = options.channels().isEmpty() ? remaining() : options.channels();
    }

    private List<String> remaining() {
        try (CsvFile file = new CsvFile(files.get(0))) {
            List<String> names =
                    file.header().stream()
                            .filter(name -> !name.equals(options.timeColumn()))
                            .filter(name -> !options.sensorColumn().equals(Optional.of(name)))
                            .toList();
            if (names.isEmpty()) {
                throw new DataException(files.get(0) + ", line 1: there is no channel column");
            }
            return names;
        }
    }

    /** The channels, in the order of a row's values. */
    public List<String> channels() {
        return channels;
    }

    /**
     * Hands every row to {@code receiver}, in file order.
     *
     * @throws DataException at the first value that breaks a rule
     */
    public void forEach(Consumer<Row> receiver) {
        for (Path file : files) {
            try (CsvFile csv = new CsvFile(file)) {
                int time = csv.column(options.timeColumn());
                int sensor = options.sensorColumn().map(csv::column).orElse(-1);
                int[] columns = channels.stream().mapToInt(csv::column).toArray();
                while (csv.next()) {
                    receiver.accept(row(csv, time, sensor, columns));
                }
            }
        }
    }

    private Row row(CsvFile csv, int time, int sensor, int[] columns) {
        double[] values = new double[columns.length];
        for (int d = 0; d < columns.length; d++) {
            values[d] = value(csv, columns[d], channels.get(d));
        }
        String id = sensor < 0 ? options.sensorId() : csv.field(sensor);
        if (id.isEmpty()) {
            String column = options.sensorColumn().orElse("sensor");
            throw csv.fault(column, "a sensor id must not be empty", id);
        }
        return new Row(id, time(csv, time), values);
    }

    private long time(CsvFile csv, int column) {
        String text = csv.field(column);
        try {
            return Times.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw csv.fault(options.timeColumn(), Times.RULE, text);
        }
    }

    private static double value(CsvFile csv, int column, String channel) {
        String text = csv.field(column);
        if (text.isEmpty() || text.equals("NA") || text.equals("NaN")) {
            return Double.NaN;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw csv.fault(channel, "not a number", text);
        }
        if (!Double.isFinite(value)) {
            throw csv.fault(channel, "must be finite", text);
        }
        return value;
    }
}
