package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A detector's words in the files that NAB's own scorer reads: {@code
 * DETECTOR/folder/DETECTOR_file.csv} with {@code timestamp,value,anomaly_score,label}.
 */
public final class NabResultFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private NabResultFiles() {}

    /**
     * Writes a file a series. NAB wants scores from 0 to 1: where some are not, s becomes s / (1 +
     * s), and 0 if it is less than 0; order and so NAB's score stay.
     */
    public static void write(Path out, String detector, List<ScoredSeries> corpus)
            throws IOException {
        boolean fit = corpus.stream().allMatch(NabResultFiles::isWithinOne);
        for (ScoredSeries one : corpus) {
            Path folder = out.resolve(detector).resolve(NabCorpus.folder(one.series()));
            Files.createDirectories(folder);
            Path file = folder.resolve(detector + "_" + NabCorpus.file(one.series()));
            try (Writer writer = Files.newBufferedWriter(file)) {
                write(one, fit, writer);
            }
        }
    }

    private static void write(ScoredSeries one, boolean fit, Writer writer) throws IOException {
        writer.write("timestamp,value,anomaly_score,label\n");
        LabelledSeries series = one.series();
        for (int i = 0; i < series.rows(); i++) {
            int row = i;
            boolean label = series.windows().stream().anyMatch(window -> window.contains(row));
            writer.write(TIME.format(Instant.ofEpochMilli(series.epochMillis(i))));
            writer.write("," + series.value(i));
            writer.write("," + (fit ? one.score(i) : withinOne(one.score(i))));
            writer.write(label ? ",1\n" : ",0\n");
        }
    }

    private static boolean isWithinOne(ScoredSeries one) {
        return IntStream.range(0, one.series().rows())
                .allMatch(i -> one.score(i) >= 0 && one.score(i) <= 1);
    }

    private static double withinOne(double score) {
        double positive = Math.max(score, 0);
        return Double.isInfinite(positive) ? 1 : positive / (1 + positive);
    }

    /**
     * Reads what a detector said of each series of a corpus.
     *
     * @param results the detector's own folder, which has its name; plain files or gzip
     * @throws DataException if a file is missing or has other rows
     */
    public static List<ScoredSeries> read(Path results, List<LabelledSeries> corpus) {
        String detector = results.getFileName().toString();
        return corpus.stream()
                .map(series -> new ScoredSeries(series, scores(file(results, detector, series))))
                .toList();
    }

    private static Path file(Path results, String detector, LabelledSeries series) {
        Path folder = results.resolve(NabCorpus.folder(series));
        String name = detector + "_" + NabCorpus.file(series);
        Path plain = folder.resolve(name);
        return Files.exists(plain) ? plain : folder.resolve(name + ".gz");
    }

    private static double[] scores(Path file) {
        SeriesColumns rows = new SeriesColumns();
        try (CsvFile csv = new CsvFile(file)) {
            int score = csv.column("anomaly_score");
            while (csv.next()) {
                rows.add(0, CsvFields.value(csv, score));
            }
        }
        return rows.values();
    }
}
