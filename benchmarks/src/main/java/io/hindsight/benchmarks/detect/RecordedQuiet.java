package io.hindsight.benchmarks.detect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Recordings that nobody has labelled, as sensors; what a folder has not is left out. */
final class RecordedQuiet {
    private static final String AIR = "beijing-air";
    private static final String ASD = "asd";
    private static final Duration AIR_INTERVAL = Duration.ofHours(1);
    private static final Duration SERVERS_INTERVAL = Duration.ofMinutes(5);
    private static final int YEAR_OF_HOURS = 8_760;

    private RecordedQuiet() {}

    /** Those into which the bench of sets puts events. */
    static List<QuietSeries> ofOneChannel(BenchFolder folder) {
        List<QuietSeries> series = new ArrayList<>();
        if (folder.has(AIR)) {
            series.addAll(QuietRecordings.stations(folder.file(AIR)));
        }
        if (folder.has("ett")) {
            series.addAll(QuietRecordings.transformer(folder.file("ett")));
        }
        if (folder.has("melbourne")) {
            series.add(QuietRecordings.days(folder.file("melbourne")));
        }
        if (folder.has(ASD)) {
            series.addAll(QuietRecordings.servers(folder));
        }
        return series;
    }

    /** The first year of each station, with all of its channels. */
    static List<SensorRun> stations(BenchFolder folder) {
        List<SensorRun> sensors = new ArrayList<>();
        if (folder.has(AIR)) {
            RecordedTable.read(folder.file(AIR), RecordedTable.Columns.USUAL)
                    .forEach(
                            (name, table) ->
                                    sensors.add(sensor(name, table, AIR_INTERVAL, YEAR_OF_HOURS)));
        }
        return sensors;
    }

    /** What was recorded of each server for training, with all of its channels. */
    static List<SensorRun> servers(BenchFolder folder) {
        List<SensorRun> sensors = new ArrayList<>();
        if (folder.has(ASD)) {
            for (Path file : Servers.trains(folder)) {
                RecordedTable table = RecordedTable.one(file, RecordedTable.Columns.USUAL);
                String name = file.getFileName().toString();
                sensors.add(sensor(name, table, SERVERS_INTERVAL, Integer.MAX_VALUE));
            }
        }
        return sensors;
    }

    private static SensorRun sensor(
            String name, RecordedTable table, Duration interval, int mostRows) {
        int rows = Math.min(mostRows, table.rows());
        List<double[]> channels =
                IntStream.range(0, table.channels().size())
                        .mapToObj(j -> Arrays.copyOf(table.values(j), rows))
                        .toList();
        return new SensorRun(name, interval, channels);
    }
}
