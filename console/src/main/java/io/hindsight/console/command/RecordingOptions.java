package io.hindsight.console.command;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.SensorSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * Which files, and which of their columns. A bundle remembers the columns it was trained on, so
 * that later commands need not be told again.
 */
final class RecordingOptions extends ColumnOptions {
    private static final String TIME_NOTE = "recording.time";
    private static final String SENSOR_NOTE = "recording.sensor";
    private static final String SENSOR_ID_NOTE = "recording.sensor_id";
    private static final String SENSOR_FROM_FILE_NOTE = "recording.sensor_from_file";
    private static final String GIVEN_NOTE = "recording.given";

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
            names = "--sensor-from-file",
            description = "Each file is of one sensor: its name without .csv and .gz.")
    private boolean sensorFromFile;

    @Option(
            names = "--given",
            paramLabel = "A,B,…",
            description = "Channel columns that are seen but not predicted (default: none).")
    private String given;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            description = "Time from slot to slot, ISO-8601 as PT1H (default: from the data).")
    private Duration interval;

    /** The columns as given, for data that a model will be trained on. */
    CsvOptions csv() {
        return csv(Map.of(), Optional.empty());
    }

    /** The columns as given, and where nothing is given as the bundle knows them. */
    CsvOptions csv(Bundle bundle) {
        return csv(bundle.notes(), Optional.of(bundle));
    }

    /**
     * The columns as {@link #csv(Bundle)}, at the interval that the data itself has if none is
     * given: it is to be compared with the bundle's.
     */
    CsvOptions csvAtItsInterval(Bundle bundle) {
        CsvOptions known = csv(bundle);
        return new CsvOptions(
                known.timeColumn(),
                known.sensor(),
                known.channels(),
                known.given(),
                Optional.ofNullable(interval),
                known.irregular());
    }

    /** The bundle, remembering these columns and those that it knew already. */
    Bundle remembered(Bundle bundle) {
        CsvOptions csv = csv(bundle);
        Bundle remembering = bundle.withNote(TIME_NOTE, csv.timeColumn());
        if (!csv.given().isEmpty()) {
            remembering = remembering.withNote(GIVEN_NOTE, String.join(",", csv.given()));
        }
        if (csv.sensor() instanceof SensorSource.Column column) {
            return remembering.withNote(SENSOR_NOTE, column.name());
        }
        return csv.sensor() instanceof SensorSource.One one
                ? remembering.withNote(SENSOR_ID_NOTE, one.id())
                : remembering.withNote(SENSOR_FROM_FILE_NOTE, "true");
    }

    private CsvOptions csv(Map<String, String> known, Optional<Bundle> bundle) {
        boolean irregular = bundle.filter(b -> !b.spec().isRegular()).isPresent();
        Optional<Duration> step =
                bundle.map(b -> Duration.ofMillis(b.spec().intervalMillis()))
                        .filter(duration -> interval == null && !duration.isZero())
                        .or(() -> Optional.ofNullable(interval));
        return new CsvOptions(
                time().orElse(known.getOrDefault(TIME_NOTE, "time")),
                sensorSource(known),
                channels().or(() -> bundle.map(Bundle::sentChannels)).orElse(List.of()),
                names(given != null ? given : known.getOrDefault(GIVEN_NOTE, "")),
                step,
                irregular);
    }

    private SensorSource sensorSource(Map<String, String> known) {
        long ways =
                Stream.of(sensor != null, sensorId != null, sensorFromFile)
                        .filter(told -> told)
                        .count();
        if (ways > 1) {
            throw new IllegalArgumentException(
                    "--sensor, --sensor-id and --sensor-from-file exclude each other");
        }
        if (sensor != null) {
            return new SensorSource.Column(sensor);
        }
        if (sensorId != null) {
            return new SensorSource.One(sensorId);
        }
        if (sensorFromFile || known.containsKey(SENSOR_FROM_FILE_NOTE)) {
            return new SensorSource.FileName();
        }
        return known.containsKey(SENSOR_ID_NOTE)
                ? new SensorSource.One(known.get(SENSOR_ID_NOTE))
                : new SensorSource.Column(known.getOrDefault(SENSOR_NOTE, "sensor"));
    }
}
