package io.hindsight.it;

import io.hindsight.console.local.ProjectHome;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.CsvOptions;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.data.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stretches of the committed recording, with the holes that were really there. */
final class Recording {
    private static final String FILE = "recordings/beijing-air/beijing-air-2013-2015.csv.gz";

    private final CsvReadings readings =
            new CsvReadings(
                    List.of(ProjectHome.find().path().resolve(FILE)),
                    CsvOptions.sensors("time", "sensor"));

    List<String> channels() {
        return readings.channels();
    }

    /** The rows of some sensors from one time to another, in the order of the file. */
    List<Row> rows(Set<String> sensors, Instant from, Instant to) {
        List<Row> rows = new ArrayList<>();
        readings.forEach(
                row -> {
                    if (sensors.contains(row.sensor()) && isBetween(row, from, to)) {
                        rows.add(row);
                    }
                });
        return rows;
    }

    /** Those of some rows that are from one time on and before another. */
    static List<Row> between(List<Row> rows, Instant from, Instant to) {
        return rows.stream().filter(row -> isBetween(row, from, to)).toList();
    }

    private static boolean isBetween(Row row, Instant from, Instant to) {
        return row.timeMillis() >= from.toEpochMilli() && row.timeMillis() < to.toEpochMilli();
    }

    /** Mean and standard deviation of each channel over some rows. */
    Normaliser normaliser(List<Row> rows) {
        int channels = channels().size();
        double[] mean = new double[channels];
        double[] scale = new double[channels];
        for (int d = 0; d < channels; d++) {
            int channel = d;
            double[] seen =
                    rows.stream()
                            .mapToDouble(row -> row.values()[channel])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            double sum = 0;
            double squares = 0;
            for (double value : seen) {
                sum += value;
                squares += value * value;
            }
            mean[d] = sum / seen.length;
            scale[d] = Math.sqrt(squares / seen.length - mean[d] * mean[d]) + 1e-3;
        }
        return new Normaliser(mean, scale);
    }
}
