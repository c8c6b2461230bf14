package io.hindsight.trainer.data;

import de.siegmar.fastcsv.reader.CsvRecord;
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
                while (csv.hasNext()) {
                    receiver.accept(row(file, csv.next(), time, sensor, columns));
                }
            }
        }
    }

    private Row row(Path file, CsvRecord csv, int time, int sensor, int[] columns) {
        double[] values = new double[columns.length];
        for (int d = 0; d < columns.length; d++) {
            values[d] = value(file, csv, columns[d], channels.get(d));
        }
        String id = sensor < 0 ? options.sensorId() : csv.getField(sensor).strip();
        if (id.isEmpty()) {
            throw DataException.at(
                    file,
                    csv.getStartingLineNumber(),
                    options.sensorColumn().orElse("sensor"),
                    "a sensor id must not be empty",
                    id);
        }
        return new Row(id, time(file, csv, time), values);
    }

    private long time(Path file, CsvRecord csv, int column) {
        String text = csv.getField(column).strip();
        try {
            return Times.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw DataException.at(
                    file,
                    csv.getStartingLineNumber(),
                    options.timeColumn(),
                    "not a time (ISO-8601 or yyyy-MM-dd HH:mm:ss)",
                    text);
        }
    }

    private static double value(Path file, CsvRecord csv, int column, String channel) {
        String text = csv.getField(column).strip();
        if (text.isEmpty() || text.equals("NA") || text.equals("NaN")) {
            return Double.NaN;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw DataException.at(
                    file, csv.getStartingLineNumber(), channel, "not a number", text);
        }
        if (!Double.isFinite(value)) {
            throw DataException.at(
                    file, csv.getStartingLineNumber(), channel, "must be finite", text);
        }
        return value;
    }
}
