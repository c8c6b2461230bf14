package io.hindsight.console.replay;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.trainer.data.Row;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Results as CSV: {@code time,sensor}, then for each channel {@code _observed}, {@code _expected},
 * {@code _spread}, {@code _imputed} and {@code _score}; empty where there is no such value. Numbers
 * are written so that they read back to the same bits. A name that ends in {@code .gz} is
 * compressed.
 *
 * <p>Rows go to a file of the same name and {@code .part}, which takes its place when {@link
 * #finish} says that all of them are there: what bears the name is whole.
 */
public final class ResultWriter implements AutoCloseable {
    private static final int COLUMNS_OF_CHANNEL = 5;

    private final Path file;
    private final Path part;
    private final Writer out;

    public ResultWriter(Path file, List<String> channels) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        boolean gzip = file.toString().endsWith(".gz");
        out =
                new OutputStreamWriter(
                        gzip ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8);
        out.write("time,sensor");
        for (String channel : channels) {
            for (String column : List.of("observed", "expected", "spread", "imputed", "score")) {
                out.write("," + quoted(channel + "_" + column));
            }
        }
        out.write('\n');
    }

    /** Writes the row of a reading, whatever came of it. */
    public void write(Row row, Outcome outcome) {
        try {
            out.write(Instant.ofEpochMilli(row.timeMillis()).toString());
            out.write("," + quoted(row.sensor()));
            if (outcome instanceof Outcome.Scored scored) {
                writeChannels(scored.result());
            } else {
                for (double observed : row.values()) {
                    out.write("," + text(observed) + ",".repeat(COLUMNS_OF_CHANNEL - 1));
                }
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeChannels(StepResult result) throws IOException {
        for (int d = 0; d < result.channelCount(); d++) {
            out.write("," + text(result.observed[d]));
            out.write("," + text(result.expected[d]));
            out.write("," + text(result.spread[d]));
            out.write("," + text(result.imputed[d]));
            out.write("," + text(result.channelScore[d]));
        }
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String text(float value) {
        return Float.isNaN(value) ? "" : Float.toString(value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Ends the file and gives it its name. */
    public void finish() throws IOException {
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Ends the writing; without {@link #finish} nothing stays. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
