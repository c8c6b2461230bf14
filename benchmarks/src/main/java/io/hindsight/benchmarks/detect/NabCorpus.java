package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.CsvFile;
import io.hindsight.trainer.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Numenta Anomaly Benchmark's series, or some of them, from a folder: either folders of series
 * beside {@code windows.json} and {@code profiles.json}, or NAB's own layout with {@code data/},
 * {@code labels/combined_windows.json} and {@code config/profiles.json}. Files are CSV with {@code
 * timestamp,value}, plain or gzip. What has no labels has no windows; without profiles NAB's three
 * hold.
 *
 * @param series in the order of their names, {@code folder/file.csv}
 */
public record NabCorpus(List<LabelledSeries> series, List<NabProfile> profiles) {
    private static final String GZIP = ".gz";

    public NabCorpus {
        series = List.copyOf(series);
        profiles = List.copyOf(profiles);
    }

    /**
     * @throws DataException if the folder or a file in it cannot be used
     */
    public static NabCorpus read(Path folder) {
        boolean original = Files.isDirectory(folder.resolve("data"));
        Path data = original ? folder.resolve("data") : folder;
        Path labels = folder.resolve(original ? "labels/combined_windows.json" : "windows.json");
        Path config = folder.resolve(original ? "config/profiles.json" : "profiles.json");
        Map<String, List<TimeWindow>> windows = NabLabels.windows(labels);
        List<LabelledSeries> series = new ArrayList<>();
        for (Path file : files(data)) {
            String name = name(data, file);
            series.add(series(name, file, windows.getOrDefault(name, List.of())));
        }
        if (series.isEmpty()) {
            throw new DataException(folder + ": there must be folders of series: there is none");
        }
        return new NabCorpus(series, NabLabels.profiles(config));
    }

    /** Those one folder down; what is deeper is somebody's results. */
    private static List<Path> files(Path data) {
        try (Stream<Path> all =
                Files.find(data, 2, (file, attributes) -> attributes.isRegularFile())) {
            return all.filter(file -> !file.getParent().equals(data))
                    .filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(data + ": cannot be read: " + e, e);
        }
    }

    private static String name(Path data, Path file) {
        String name = data.relativize(file).toString().replace('\\', '/');
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    private static LabelledSeries series(String name, Path file, List<TimeWindow> windows) {
        SeriesColumns rows = new SeriesColumns();
        try (CsvFile csv = new CsvFile(file)) {
            int time = csv.column("timestamp");
            int value = csv.column("value");
            while (csv.next()) {
                rows.add(CsvFields.epochMillis(csv, time), CsvFields.value(csv, value));
            }
        }
        long[] times = rows.epochMillis();
        List<RowWindow> rowWindows =
                windows.stream().flatMap(window -> window.rows(times).stream()).toList();
        return new LabelledSeries(name, times, rows.values(), rowWindows);
    }

    /** The folder of a series, as {@code realTweets}. */
    public static String folder(LabelledSeries series) {
        return series.name().substring(0, series.name().indexOf('/'));
    }

    /** The file of a series, without its folder. */
    public static String file(LabelledSeries series) {
        return series.name().substring(series.name().indexOf('/') + 1);
    }
}
