package io.hindsight.benchmarks.detect;

import java.util.List;
import java.util.Locale;

/**
 * What a threshold that one half of the series has chosen is worth on the other half: of NAB, and
 * of the sets with events put in. Halves are every other series of a set, by name. Nothing but the
 * threshold is chosen here: a detector's own constants may have been chosen looking at all of the
 * series.
 */
public final class HalvesTable {
    private static final String USAGE =
            "usage: HalvesTable DATA [--detectors A,B] [--seed bench|fresh|NUMBER]";
    private static final String PRODUCT = "hindsight,hindsight-prominence,hindsight-alarms";
    private static final List<String> HALVES = List.of("first", "second");
    private static final int THREADS = 2;

    private HalvesTable() {}

    public static void main(String[] args) {
        TableMain.run(() -> print(TableArguments.of(USAGE, args, SetsTable.SEED)));
    }

    private static void print(TableArguments arguments) {
        BenchFolder folder = new BenchFolder(arguments.folder());
        List<DetectorKind> kinds = arguments.detectors(PRODUCT);
        System.out.printf(
                "%-24s %-6s %7s %9s %8s %6s %5s %12s %8s%n",
                "",
                "half",
                "windows",
                "threshold",
                "other's",
                "own",
                "found",
                "fa per 1,000",
                "default");
        if (folder.has("nab")) {
            print("NAB", List.of(NabCorpus.read(folder.resolve("nab")).series()), kinds);
        }
        List<List<LabelledSeries>> injected =
                SetsTable.sets(arguments).stream()
                        .filter(BenchSet::isInjected)
                        .map(BenchSet::labelled)
                        .toList();
        print("%d sets, events put in".formatted(injected.size()), injected, kinds);
    }

    private static void print(
            String what, List<List<LabelledSeries>> sets, List<DetectorKind> kinds) {
        System.out.println(what);
        for (DetectorKind kind : kinds) {
            List<HalvesBench.Result> results = HalvesBench.run(kind, sets, THREADS).results();
            for (int half = 0; half < results.size(); half++) {
                print(half == 0 ? kind.name() : "", HALVES.get(half), results.get(half));
            }
        }
    }

    private static void print(String detector, String half, HalvesBench.Result result) {
        System.out.printf(
                Locale.ROOT,
                "  %-22s %-6s %7d %9.4g %8.1f %6.1f %5.2f %12.2f %8s%n",
                detector,
                half,
                result.windows(),
                result.threshold(),
                result.score(),
                result.own(),
                result.found(),
                result.falseAlarmsPerThousandRows(),
                Double.isNaN(result.byDefault())
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f", result.byDefault()));
    }
}
