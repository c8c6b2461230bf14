package io.hindsight.benchmarks.detect;

import java.util.List;
import java.util.Locale;

/**
 * How well detectors do on kinds of series that their threshold was not chosen by: a block a
 * detector, a line a set. The folder has a folder for each recording, any of which may be missing.
 */
public final class SetsTable {
    private static final String USAGE =
            "usage: SetsTable DATA [--detectors A,B] [--seed bench|fresh|NUMBER]";

    /** Of what is put into series. */
    static final String SEED = "--seed";

    private static final int THREADS = 2;

    private SetsTable() {}

    public static void main(String[] args) {
        TableMain.run(() -> print(TableArguments.of(USAGE, args, SEED)));
    }

    private static void print(TableArguments arguments) {
        List<DetectorKind> kinds = arguments.detectors();
        List<BenchSet> sets = sets(arguments);
        int series = sets.stream().mapToInt(set -> set.series().size()).sum();
        long rows =
                sets.stream()
                        .flatMap(set -> set.labelled().stream())
                        .mapToLong(LabelledSeries::rows)
                        .sum();
        System.out.printf(Locale.ROOT, "%d sets, %d series, %,d rows%n", sets.size(), series, rows);
        for (DetectorKind kind : kinds) {
            long begin = System.nanoTime();
            SetsBench bench = SetsBench.run(kind, sets, THREADS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<SetResult> results = bench.results();
            System.out.printf("%n%s", SetsText.of(kind, results, bench.kinds(results)));
            System.out.printf(Locale.ROOT, "%.1f s%n", seconds);
        }
    }

    /** All sets of the folder, and those that are made. */
    static List<BenchSet> sets(TableArguments arguments) {
        BenchFolder folder = new BenchFolder(arguments.folder());
        return new BenchSets(folder, seed(arguments), System.out::println).read();
    }

    private static long seed(TableArguments arguments) {
        String said = arguments.option(SEED).orElse("bench");
        return switch (said) {
            case "bench" -> BenchSets.BENCH_SEED;
            case "fresh" -> BenchSets.FRESH_SEED;
            default -> number(said);
        };
    }

    private static long number(String said) {
        try {
            return Long.parseLong(said);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    SEED + " must be bench, fresh or a whole number: " + said, e);
        }
    }
}
