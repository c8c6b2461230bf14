package io.hindsight.trainer.detect;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeSentence;
import java.io.BufferedWriter;
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
 * A detection as CSV, a row for each row that was read and in their order: {@code
 * time,sensor,score,status,warming,alarm,severity,episode}, then for each channel its value and
 * {@code _expected}, {@code _low}, {@code _high} and {@code _share}; empty where there is no such
 * thing. The row that opens an episode has its severity and a sentence on it. Values read back to
 * the same bits, the others have seven digits. A name that ends in {@code .gz} is compressed. What
 * bears the name is whole: until then it ends in {@code .part}.
 */
public final class DetectionWriter {
    private static final List<String> OF_CHANNEL = List.of("expected", "low", "high", "share");

    private DetectionWriter() {}

    /** Writes the file; one that is there is replaced. */
    public static void write(Detection detection, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer out = open(part, file.toString().endsWith(".gz"))) {
                header(detection.channels(), out);
                detection.forEachRow((sensor, row) -> row(sensor, row, out));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Writer open(Path file, boolean gzip) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return new BufferedWriter(
                new OutputStreamWriter(
                        gzip ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8),
                1 << 16);
    }

    private static void header(List<String> channels, Writer out) throws IOException {
        out.write("time,sensor,score,status,warming,alarm,severity,episode");
        for (String channel : channels) {
            out.write("," + quoted(channel));
            for (String column : OF_CHANNEL) {
                out.write("," + quoted(channel + "_" + column));
            }
        }
        out.write('\n');
    }

    private static void row(SensorDetection sensor, int row, Writer out) {
        try {
            out.write(Instant.ofEpochMilli(sensor.timeMillis(row)).toString());
            out.write("," + quoted(sensor.sensor()));
            out.write("," + digits(sensor.score(row)));
            out.write("," + sensor.state(row).word());
            out.write("," + (sensor.warming(row) > 0 ? sensor.warming(row) : ""));
            out.write(sensor.alarm(row) ? ",1," : ",0,");
            out.write(sensor.episodeAt(row).map(end -> episode(sensor, end)).orElse(","));
            for (int j = 0; j < sensor.channels().size(); j++) {
                double value = sensor.value(row, j);
                double expected = sensor.expected(row, j);
                double band = sensor.band(row, j);
                double share = sensor.share(row, j);
                out.write("," + (Double.isNaN(value) ? "" : Double.toString(value)));
                out.write("," + digits(expected));
                out.write("," + digits(expected - band) + "," + digits(expected + band));
                out.write("," + (sensor.state(row) == RowState.SCORED ? digits(share) : ""));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String episode(SensorDetection sensor, EpisodeChange end) {
        return end.episode().peak().severity().word()
                + ","
                + quoted(EpisodeSentence.of(sensor.sensor(), end));
    }

    private static String digits(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
