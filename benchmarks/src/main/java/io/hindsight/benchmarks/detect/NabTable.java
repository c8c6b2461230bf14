package io.hindsight.benchmarks.detect;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well detectors do on NAB, or on those of its series that a folder has: the score of each
 * profile at its best threshold, and at the detector's own. {@code --out} writes what they said,
 * for NAB's own scorer; {@code --results} scores what another detector has said, by its folder.
 */
public final class NabTable {
    private static final String USAGE =
            "usage: NabTable CORPUS [--detectors A,B] [--out FOLDER] [--results FOLDER]";
    private static final int THREADS = 2;

    private NabTable() {}

    public static void main(String[] args) {
        TableMain.run(() -> print(TableArguments.of(USAGE, args, "--out", "--results")));
    }

    private static void print(TableArguments arguments) throws IOException {
        NabCorpus corpus = NabCorpus.read(arguments.folder());
        header(corpus, System.out);
        Optional<Path> results = arguments.option("--results").map(Path::of);
        if (results.isPresent()) {
            String name = results.get().getFileName().toString();
            List<ScoredSeries> said = NabResultFiles.read(results.get(), corpus.series());
            print(name, Double.NaN, said, corpus, System.out);
            return;
        }
        print(arguments.detectors(), corpus, arguments.option("--out").map(Path::of), System.out);
    }

    static void header(NabCorpus corpus, PrintStream out) {
        out.printf("%d series%n", corpus.series().size());
        out.println(
                "%-26s %-25s %7s %10s %9s %12s"
                        .formatted(
                                "detector",
                                "profile",
                                "score",
                                "threshold",
                                "found",
                                "fa per 1,000"));
    }

    /**
     * Lines of each detector, and how long it took.
     *
     * @param folder where to write what they say, for NAB's own scorer
     */
    static void print(
            List<DetectorKind> kinds, NabCorpus corpus, Optional<Path> folder, PrintStream out)
            throws IOException {
        for (DetectorKind kind : kinds) {
            long begin = System.nanoTime();
            List<ScoredSeries> said = DetectorRun.over(kind, corpus.series(), THREADS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            print(kind.name(), kind.defaultThreshold(), said, corpus, out);
            out.printf(Locale.ROOT, "%-26s %.1f s%n", "", seconds);
            if (folder.isPresent()) {
                NabResultFiles.write(folder.get(), kind.name(), said);
            }
        }
    }

    /** Lines of each profile, at the best threshold and at the detector's own if it has one. */
    static void print(
            String detector,
            double threshold,
            List<ScoredSeries> said,
            NabCorpus corpus,
            PrintStream out) {
        NabScorer scorer = new NabScorer(said);
        for (NabProfile profile : corpus.profiles()) {
            line(detector, profile.name(), scorer.best(profile), out);
            if (!Double.isNaN(threshold)) {
                line(detector, profile.name() + ", own", scorer.at(profile, threshold), out);
            }
        }
    }

    private static void line(String detector, String profile, NabScore score, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-26s %-25s %7.2f %10.4g %4d / %2d %12.2f%n",
                detector,
                profile,
                score.score(),
                score.threshold(),
                score.found(),
                score.windows(),
                score.falseAlarmsPerThousandRows());
    }
}
