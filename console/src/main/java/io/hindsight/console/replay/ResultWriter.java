package io.hindsight.console.replay;

import io.hindsight.model.sensor.StepResult;
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
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Results as CSV: {@code time,sensor,status}, where rules are given {@code suppressed}, then for
 * each channel {@code _observed}, {@code _expected}, {@code _spread}, {@code _imputed} and {@code
 * _score}, and, of a model that looks back, {@code _revised} and {@code _revised_spread}; empty
 * where there is no such value. Numbers are written so that they read back to the same bits. A name
 * that ends in {@code .gz} is compressed.
 *
 * <p>Rows go to a file of the same name and {@code .part}, which takes its place when {@link
 * #finish} says that all of them are there: what bears the name is whole.
 */
public final class ResultWriter implements AutoCloseable {
    private static final List<String> CAUSAL =
            List.of("observed", "expected", "spread", "imputed", "score");
    private static final List<String> REVISED = List.of("revised", "revised_spread");

    private final Path file;
    private final Path part;
    private final Writer out;
    private final boolean revises;
    private final boolean suppresses;

    /**
     * @param revises whether there are columns for revised values
     */
    public ResultWriter(Path file, List<String> channels, boolean revises) throws IOException {
        this(file, channels, revises, false);
    }

    /**
     * @param revises whether there are columns for revised values
     * @param suppresses whether there is one for the rule that ignores a row
     */
    public ResultWriter(Path file, List<String> channels, boolean revises, boolean suppresses)
            throws IOException {
        this.revises = revises;
        this.suppresses = suppresses;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        boolean gzip = file.toString().endsWith(".gz");
        out =
                new OutputStreamWriter(
                        gzip ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8);
        out.write("time,sensor,status" + (suppresses ? ",suppressed" : ""));
        for (String channel : channels) {
            for (String column : CAUSAL) {
                out.write("," + quoted(channel + "_" + column));
            }
            for (String column : revises ? REVISED : List.<String>of()) {
                out.write("," + quoted(channel + "_" + column));
            }
        }
        out.write('\n');
    }

    /** Writes a row, whatever came of it. */
    public void write(ReplayedRow replayed) {
        double[] observed = replayed.values();
        try {
            out.write(Instant.ofEpochMilli(replayed.timeMillis()).toString());
            out.write("," + quoted(replayed.sensor()) + "," + status(replayed));
            if (suppresses) {
                out.write("," + quoted(suppressed(replayed)));
            }
            int answered = 0;
            if (replayed.answer().isPresent()) {
                StepResult result = replayed.answer().get().result();
                answered = result.channelCount();
                writeAnswers(replayed, result);
            }
            int others = CAUSAL.size() - 1 + (revises ? REVISED.size() : 0);
            for (int d = answered; d < observed.length; d++) {
                out.write("," + text(observed[d]) + ",".repeat(others));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeAnswers(ReplayedRow replayed, StepResult result) throws IOException {
        for (int d = 0; d < result.channelCount(); d++) {
            out.write("," + text(result.observed[d]));
            out.write("," + text(result.expected[d]));
            out.write("," + text(result.spread[d]));
            out.write("," + text(result.imputed[d]));
            out.write("," + text(result.channelScore[d]));
            if (revises) {
                out.write("," + text(replayed.revised(d)));
                out.write("," + text(replayed.revisedSpread(d)));
            }
        }
    }

    /** What kind of slot it is; {@code unused} of a row that could not be used. */
    private static String status(ReplayedRow replayed) {
        return replayed.answer()
                .map(answer -> answer.status().name().toLowerCase(Locale.ROOT))
                .orElse("unused");
    }

    private static String suppressed(ReplayedRow replayed) {
        return replayed.answer().map(answer -> answer.result().suppressed).orElse("");
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
