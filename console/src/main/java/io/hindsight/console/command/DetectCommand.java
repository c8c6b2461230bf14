package io.hindsight.console.command;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.detect.Detection;
import io.hindsight.trainer.detect.DetectionWriter;
import io.hindsight.trainer.detect.SensorDetection;
import io.hindsight.trainer.detect.page.DetectedSensors;
import io.hindsight.trainer.detect.page.DetectedSeries;
import io.hindsight.trainer.detect.page.DetectionContents;
import io.hindsight.trainer.detect.page.DetectionPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hindsight detect}: what is strange in a recording, without any training. */
@Command(
        name = "detect",
        description =
                "Find what is strange in a recording: each sensor is judged by its own past, without"
                        + " any training.")
final class DetectCommand implements Callable<Integer> {
    private static final int MOST_SENSORS_ON_PAGE = 20;

    @Spec private CommandSpec spec;
    @Mixin private DetectedColumns columns;

    @Option(
            names = "--alarms-per-month",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Alarms that a sensor may raise in 30 days of normal data (default:"
                            + " ${DEFAULT-VALUE}).")
    private double alarmsPerMonth;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "CSV, or .csv.gz: a row for each row, in the same order.")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "A page about what was found, HTML that needs nothing beside itself.")
    private Path report;

    @Override
    public Integer call() throws Exception {
        if (!(alarmsPerMonth > 0 && Double.isFinite(alarmsPerMonth))) {
            throw new UserFaultException("--alarms-per-month must be positive: " + alarmsPerMonth);
        }
        List<Path> files = columns.files();
        OutputFile.check(files, out, report);
        Detection detection =
                Detection.of(
                        new CsvReadings(files, columns.csv(files)),
                        alarmsPerMonth,
                        new DetectProgress(spec.commandLine().getErr()));
        if (out != null) {
            DetectionWriter.write(detection, out);
        }
        if (report != null) {
            writePage(detection, files);
        }
        DetectTable.print(detection, alarmsPerMonth, spec.commandLine().getOut());
        return 0;
    }

    private void writePage(Detection detection, List<Path> files) throws IOException {
        List<DetectedSeries> series =
                detection.sensors().stream()
                        .sorted(Comparator.comparingDouble(DetectCommand::worst).reversed())
                        .limit(MOST_SENSORS_ON_PAGE)
                        .map(sensor -> DetectedSensors.series(sensor, List.of()))
                        .toList();
        String title =
                files.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "));
        List<String> summary = DetectTable.summary(detection, alarmsPerMonth);
        DetectionPage.write(new DetectionContents(title, summary, series), report);
        if (detection.sensors().size() > MOST_SENSORS_ON_PAGE) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: the %d sensors with the strongest episodes, of %,d%n",
                            report, MOST_SENSORS_ON_PAGE, detection.sensors().size());
        }
    }

    private static double worst(SensorDetection sensor) {
        return sensor.episodes().stream()
                .mapToDouble(end -> end.episode().peak().score())
                .max()
                .orElse(0);
    }
}
