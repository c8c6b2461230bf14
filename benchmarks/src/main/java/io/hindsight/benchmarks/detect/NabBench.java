package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.detect.SensorRows;
import io.hindsight.trainer.detect.page.LabelWindow;
import io.hindsight.trainer.page.AlarmsText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The product's own detector on NAB: each profile at its best threshold, at the threshold that is
 * in force (a line {@code own}), and where it raises an alarm ({@code hindsight-alarms}); below it
 * what others have submitted, if the corpus has their files.
 */
public final class NabBench {
    private static final String CORPUS = "--corpus";
    private static final String OUT = "--out";
    private static final String REPORT = "--report";
    private static final String SERIES = "--series";
    private static final String PEERS = "--peers";
    private static final String PRODUCT = "hindsight";

    public static final String USAGE =
            "nab --corpus DIR [--out DIR] [--peers rcf,…] [--report FILE.html --series NAME]";

    private NabBench() {}

    public static void run(List<String> args, PrintStream out) throws IOException {
        BenchArguments arguments = BenchArguments.of(args, CORPUS, OUT, PEERS, REPORT, SERIES);
        NabCorpus corpus = NabCorpus.read(arguments.path(CORPUS));
        NabTable.header(corpus, out);
        List<DetectorKind> kinds =
                new ArrayList<>(Detectors.named(PRODUCT + "," + PRODUCT + "-alarms"));
        kinds.addAll(arguments.peers());
        NabTable.print(kinds, corpus, arguments.one(OUT).map(Path::of), out);
        rate(corpus, out);
        for (Path submitted : submitted(arguments.path(CORPUS))) {
            print(submitted, corpus, out);
        }
        Optional<String> report = arguments.one(REPORT);
        if (report.isPresent()) {
            page(one(corpus, arguments.text(SERIES)), Path.of(report.get()));
        }
    }

    /** Alarms that are in no window, beside those that were agreed. */
    private static void rate(NabCorpus corpus, PrintStream out) {
        NabAlarms alarms = NabAlarms.of(corpus.series());
        out.printf(
                Locale.ROOT,
                "outside of windows, in %.1f months: %s%n",
                alarms.sensorMonths(),
                AlarmsText.of(
                        alarms.alarms(),
                        "",
                        alarms.sensorMonths(),
                        ProductDetector.ALARMS_A_MONTH));
    }

    /** Folders of results, here and in NAB's own layout. */
    private static List<Path> submitted(Path corpus) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : List.of("peer-results", "results")) {
            if (Files.isDirectory(corpus.resolve(name))) {
                try (Stream<Path> found = Files.list(corpus.resolve(name))) {
                    found.filter(Files::isDirectory).sorted().forEach(folders::add);
                }
            }
        }
        return folders;
    }

    private static void print(Path submitted, NabCorpus corpus, PrintStream out) {
        String name = submitted.getFileName().toString();
        try {
            List<ScoredSeries> said = NabResultFiles.read(submitted, corpus.series());
            NabTable.print("submitted: " + name, Double.NaN, said, corpus, out);
        } catch (DataException | IllegalArgumentException e) {
            out.printf("%s: left out, %s%n", name, e.getMessage());
        }
    }

    private static LabelledSeries one(NabCorpus corpus, String name) {
        return corpus.series().stream()
                .filter(series -> series.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s must be a series of the corpus, as %s: %s"
                                                .formatted(
                                                        SERIES,
                                                        corpus.series().get(0).name(),
                                                        name)));
    }

    static void page(LabelledSeries series, Path file) throws IOException {
        String sensor = NabCorpus.file(series).replaceAll("\\.csv$", "");
        SensorRows rows = new SensorRows(sensor, 1);
        for (int i = 0; i < series.rows(); i++) {
            rows.add(series.epochMillis(i), new double[] {series.value(i)});
        }
        List<LabelWindow> labels =
                series.windows().stream()
                        .map(
                                window ->
                                        new LabelWindow(
                                                series.epochMillis(window.begin()),
                                                series.epochMillis(window.end() - 1)))
                        .toList();
        LabelledPage.write(
                series.name(),
                rows,
                List.of("value"),
                ProductDetector.ALARMS_A_MONTH,
                labels,
                file);
    }
}
