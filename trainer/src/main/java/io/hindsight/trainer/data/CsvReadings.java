package io.hindsight.trainer.data;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Readings of one or more CSV files, in the order of the files and their rows. Columns are found by
 * their names; all files must have the channels of the first one, in any order. Empty, {@code NA}
 * and {@code NaN} are holes.
 */
public final class CsvReadings {
    private static final String INSTEAD =
            "a missing value is empty, NA or NaN; to leave out a column of text, name the channels";

    private static final String NO_SENSORS =
            "say which column names the sensors, or which one sensor this is, or that each file is"
                    + " named after its sensor";

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
        if (options.sensor() instanceof SensorSource.FileName) {
            DataFiles.refuseEqualSensors(files);
        }
        this.files = List.copyOf(files);
        this.options = options;
        List<String> names =
                new ArrayList<>(options.channels().isEmpty() ? ofFirstFile() : options.channels());
        names.removeAll(options.given());
        if (names.isEmpty()) {
            throw new DataException(
                    files.get(0) + ": there must be a channel to predict: all channels are given");
        }
        names.addAll(options.given());
        this.channels = List.copyOf(names);
    }

    private List<String> ofFirstFile() {
        try (CsvFile file = new CsvFile(files.get(0))) {
            List<String> names = remaining(file);
            if (names.isEmpty()) {
                throw new DataException(files.get(0) + ", line 1: there is no channel column");
            }
            return names;
        }
    }

    private List<String> remaining(CsvFile file) {
        List<String> names = new ArrayList<>(file.header());
        names.remove(options.timeColumn());
        if (options.sensor() instanceof SensorSource.Column column) {
            names.remove(column.name());
        }
        return names;
    }

    /** The channels, in the order of a row's values; the given ones last. */
    public List<String> channels() {
        return channels;
    }

    /** Those channels that are seen but not predicted. */
    public List<String> given() {
        return options.given();
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
                int sensor = sensorColumn(csv);
                int[] columns = channels.stream().mapToInt(csv::column).toArray();
                refuseMoreColumns(csv);
                while (csv.next()) {
                    receiver.accept(
                            new Row(sensor(csv, sensor), time(csv, time), values(csv, columns)));
                }
            }
        }
    }

    /** A column that only a later file has would be lost without a word. */
    private void refuseMoreColumns(CsvFile csv) {
        if (!options.channels().isEmpty()) {
            return;
        }
        List<String> more = remaining(csv);
        more.removeAll(channels);
        if (!more.isEmpty()) {
            throw new DataException(
                    "%s, line 1: must have the channels of %s, %s: it also has %s; name the"
                                    .formatted(csv.path(), files.get(0), channels, more)
                            + " channels to leave columns out");
        }
    }

    private int sensorColumn(CsvFile csv) {
        return options.sensor() instanceof SensorSource.Column column
                ? csv.column(column.name(), NO_SENSORS)
                : -1;
    }

    private String sensor(CsvFile csv, int column) {
        if (options.sensor() instanceof SensorSource.One one) {
            return one.id();
        }
        if (column < 0) {
            return DataFiles.sensor(csv.path());
        }
        String id = csv.field(column);
        if (id.isEmpty()) {
            throw csv.fault(csv.header().get(column), "a sensor id must not be empty", id);
        }
        return id;
    }

    private long time(CsvFile csv, int column) {
        String text = csv.field(column);
        try {
            return Times.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw csv.fault(options.timeColumn(), Times.RULE, text);
        }
    }

    private double[] values(CsvFile csv, int[] columns) {
        double[] values = new double[columns.length];
        for (int d = 0; d < columns.length; d++) {
            values[d] = value(csv, columns[d], channels.get(d));
        }
        return values;
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
            throw csv.fault(channel, "not a number", text, INSTEAD);
        }
        if (!Double.isFinite(value)) {
            throw csv.fault(channel, "must be finite", text, INSTEAD);
        }
        return value;
    }
}
