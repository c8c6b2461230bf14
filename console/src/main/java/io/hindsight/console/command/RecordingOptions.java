package io.hindsight.console.command;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.CsvOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Which files, and which of their columns. A bundle remembers the columns it was trained on, so
 * that later commands need not be told again.
 */
final class RecordingOptions {
    private static final String ALL = "all";
    private static final String TIME_NOTE = "recording.time";
    private static final String SENSOR_NOTE = "recording.sensor";
    private static final String SENSOR_ID_NOTE = "recording.sensor_id";

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV files with a header, plain or gzip; empty, NA and NaN are missing.")
    private List<Path> files;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description =
                    "Column of event times: ISO-8601 or 'yyyy-MM-dd HH:mm:ss', UTC (default: time).")
    private String time;

    @Option(
            names = "--sensor",
            paramLabel = "COL",
            description = "Column of sensor names (default: sensor).")
    private String sensor;

    @Option(
            names = "--sensor-id",
            paramLabel = "ID",
            description = "Name of the one sensor of files without such a column.")
    private String sensorId;

    @Option(
            names = "--channels",
            paramLabel = "A,B,…",
            description = "Channel columns in order, or all: every column left over (default).")
    private String channels;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            description = "Time from slot to slot, ISO-8601 as PT1H (default: from the data).")
    private Duration interval;

    List<Path> files() {
        return files;
    }

    /** The columns as given, for data that a model will be trained on. */
    CsvOptions csv() {
        return csv(Map.of(), Optional.empty());
    }

    /** The columns as given, and where nothing is given as the bundle knows them. */
    CsvOptions csv(Bundle bundle) {
        return csv(bundle.notes(), Optional.of(bundle));
    }

    /** The bundle, remembering these columns. */
    Bundle remembered(Bundle bundle) {
        CsvOptions csv = csv();
        Bundle remembering = bundle.withNote(TIME_NOTE, csv.timeColumn());
        return csv.sensorColumn()
                .map(column -> remembering.withNote(SENSOR_NOTE, column))
                .orElseGet(() -> remembering.withNote(SENSOR_ID_NOTE, csv.sensorId()));
    }

    private CsvOptions csv(Map<String, String> known, Optional<Bundle> bundle) {
        if (sensor != null && sensorId != null) {
            throw new IllegalArgumentException("--sensor and --sensor-id exclude each other");
        }
        String timeColumn = time != null ? time : known.getOrDefault(TIME_NOTE, "time");
        String id = sensorId != null || sensor != null ? sensorId : known.get(SENSOR_ID_NOTE);
        Optional<String> sensorColumn =
                id != null
                        ? Optional.empty()
                        : Optional.of(
                                sensor != null
                                        ? sensor
                                        : known.getOrDefault(SENSOR_NOTE, "sensor"));
        Optional<Duration> step =
                bundle.map(b -> Duration.ofMillis(b.spec().intervalMillis()))
                        .filter(duration -> interval == null && !duration.isZero())
                        .or(() -> Optional.ofNullable(interval));
        return new CsvOptions(
                timeColumn, sensorColumn, id == null ? "" : id, channelNames(bundle), step);
    }

    private List<String> channelNames(Optional<Bundle> bundle) {
        if (channels == null) {
            return bundle.map(b -> b.spec().channels()).orElse(List.of());
        }
        if (channels.equals(ALL)) {
            return List.of();
        }
        return Arrays.stream(channels.split(",", -1)).map(String::strip).toList();
    }
}
