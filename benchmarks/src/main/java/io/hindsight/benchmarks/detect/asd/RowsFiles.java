package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.LabelledPage;
import io.hindsight.trainer.detect.SensorRows;
import io.hindsight.trainer.detect.page.LabelWindow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What was said of streams, as files: for others' tools, and for people. */
final class RowsFiles {
    private RowsFiles() {}

    /** {@code NAME.csv} with a row for each judged row. */
    static void write(RowsSaid said, Path folder) throws IOException {
        Files.createDirectories(folder);
        LabelledRows rows = said.rows;
        String name = rows.name.replaceAll("[^A-Za-z0-9._-]", "_") + ".csv";
        try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
            out.write("time,strength,smoothed,scale,alarm,label\n");
            for (int row = rows.judgedFrom; row < said.strength.length; row++) {
                out.write(
                        "%s,%s,%s,%s,%d,%d%n"
                                .formatted(
                                        Instant.ofEpochMilli(rows.epochMillis[row]),
                                        said.strength[row],
                                        said.smoothed[row],
                                        said.scale[row],
                                        said.alarm[row] ? 1 : 0,
                                        rows.anomalous[row] ? 1 : 0));
            }
        }
    }

    /** A page about one stream, with its labels. */
    static void page(LabelledRows rows, double alarmsPerMonth, Path file) throws IOException {
        SensorRows all = new SensorRows(rows.name, rows.channels.size());
        for (int row = 0; row < rows.values.length; row++) {
            all.add(rows.epochMillis[row], rows.values[row]);
        }
        List<LabelWindow> labels =
                new Scored(new double[rows.anomalous.length], rows.anomalous)
                        .events().stream()
                                .map(
                                        run ->
                                                new LabelWindow(
                                                        rows.epochMillis[run.first()],
                                                        rows.epochMillis[run.last()]))
                                .toList();
        LabelledPage.write(rows.name, all, rows.channels, alarmsPerMonth, labels, file);
    }
}
