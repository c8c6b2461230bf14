package io.hindsight.console.command;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.DataFiles;
import io.hindsight.trainer.data.SensorSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which files to look for something strange in, and which of their columns. */
final class DetectedColumns {
    private static final String USUAL_SENSOR = "sensor";
    private static final String ALL = "all";

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV files with a header, plain or gzip, folders of them, or quoted patterns as"
                            + " 'plant-*.csv'; empty, NA and NaN are missing.")
    private List<Path> places;

    @Option(
            names = "--time",
            paramLabel = "COL",
            defaultValue = "time",
            description =
                    "Column of event times: ISO-8601 or 'yyyy-MM-dd HH:mm:ss', UTC (default:"
                            + " ${DEFAULT-VALUE}).")
    private String time;

    @Option(
            names = "--sensor",
            paramLabel = "COL",
            description =
                    "Column of sensor names (default: sensor, where there is one; else each file is"
                            + " one sensor, named after it).")
    private String sensor;

    @Option(
            names = "--channels",
            paramLabel = "A,B,…",
            description = "Channel columns in order, or all: every column left over (default).")
    private String channels;

    /** The files that there are at this moment, each once. */
    List<Path> files() {
        return DataFiles.find(places);
    }

    CsvOptions csv(List<Path> files) {
        return new CsvOptions(time, source(files), names(), List.of(), Optional.empty(), false);
    }

    private SensorSource source(List<Path> files) {
        if (sensor != null) {
            return new SensorSource.Column(sensor);
        }
        try (CsvFile first = new CsvFile(files.get(0))) {
            return first.header().contains(USUAL_SENSOR)
                    ? new SensorSource.Column(USUAL_SENSOR)
                    : new SensorSource.FileName();
        }
    }

    private List<String> names() {
        return channels == null || channels.equals(ALL)
                ? List.of()
                : Arrays.stream(channels.split(",", -1)).map(String::strip).toList();
    }
}
