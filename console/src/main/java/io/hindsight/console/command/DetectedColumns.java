package io.hindsight.console.command;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.SensorSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which files to look for something strange in, and which of their columns. */
final class DetectedColumns extends ColumnOptions {
    private static final String USUAL_SENSOR = "sensor";

    @Option(
            names = "--sensor",
            paramLabel = "COL",
            description =
                    "Column of sensor names (default: sensor, where there is one; else each file is"
                            + " one sensor, named after it).")
    private String sensor;

    CsvOptions csv(List<Path> files) {
        return new CsvOptions(
                time().orElse("time"),
                source(files),
                channels().orElse(List.of()),
                List.of(),
                Optional.empty(),
                false);
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
}
