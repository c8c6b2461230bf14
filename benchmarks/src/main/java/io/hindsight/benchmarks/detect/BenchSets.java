package io.hindsight.benchmarks.detect;

import io.hindsight.trainer.synthetic.SyntheticGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * All sets of the bench: those of a folder that has their recordings, and those that are made. What
 * is put into series hangs on the seed and the set's name alone, not on which other sets there are.
 */
final class BenchSets {
    /** Of the bench as its figures are told. */
    static final long BENCH_SEED = 1;

    /** Of another bench of the same kind, for who has chosen something by the first one. */
    static final long FRESH_SEED = 7_000_001;

    private static final String AIR = "beijing-air";
    private static final String ASD = "asd";
    private static final String ETT = "ett";
    private static final String DAYS = "melbourne";

    private final BenchFolder folder;
    private final long seed;
    private final Consumer<String> skipped;

    /**
     * @param skipped is told, a line each, what is left out since it is not there
     */
    BenchSets(BenchFolder folder, long seed, Consumer<String> skipped) {
        this.folder = folder;
        this.seed = seed;
        this.skipped = skipped;
    }

    /** In the order of the table. */
    List<BenchSet> read() {
        List<BenchSet> sets = new ArrayList<>(recorded());
        List<QuietSeries> quiet = new ArrayList<>();
        injectedIntoRecordings(sets, quiet);
        for (SyntheticGroup group : SyntheticGroup.values()) {
            String name = group.name().toLowerCase(Locale.ROOT);
            sets.add(InjectedSets.whole(name, MadeSeries.of(group, random(name)), random(name)));
        }
        if (!quiet.isEmpty()) {
            sets.add(InjectedSets.parts("short real", quiet, random("short real")));
        }
        String made = "short synthetic";
        sets.add(InjectedSets.parts(made, MadeSeries.all(random(made)), random(made)));
        return sets;
    }

    private List<BenchSet> recorded() {
        List<BenchSet> sets = new ArrayList<>();
        if (has("nab", "NAB")) {
            sets.addAll(RecordedSets.nab(folder.resolve("nab")));
        }
        if (has("telemetry", "telemetry")) {
            sets.add(RecordedSets.telemetry(folder.file("telemetry")));
        }
        if (has("kpi", "KPI")) {
            sets.add(RecordedSets.kpi(folder.files("kpi")));
        }
        if (has("mgab", "MGAB")) {
            sets.add(RecordedSets.mgab(folder.files("mgab")));
        }
        if (has(ASD, "ASD")) {
            sets.add(RecordedSets.servers(folder));
        }
        return sets;
    }

    private void injectedIntoRecordings(List<BenchSet> sets, List<QuietSeries> quiet) {
        if (has(AIR, "air")) {
            add("air", QuietRecordings.stations(folder.file(AIR)), sets, quiet);
        }
        List<QuietSeries> transformer = new ArrayList<>();
        if (has(ETT, "ETT, the transformer")) {
            transformer.addAll(QuietRecordings.transformer(folder.file(ETT)));
        }
        if (has(DAYS, "ETT, the days")) {
            transformer.add(QuietRecordings.days(folder.file(DAYS)));
        }
        if (!transformer.isEmpty()) {
            add("ETT", transformer, sets, quiet);
        }
        if (has(ASD, "servers")) {
            add("servers", QuietRecordings.servers(folder), sets, quiet);
        }
    }

    private void add(
            String name, List<QuietSeries> series, List<BenchSet> sets, List<QuietSeries> quiet) {
        sets.add(InjectedSets.whole(name, series, random(name)));
        quiet.addAll(series);
    }

    private boolean has(String name, String set) {
        boolean there = folder.has(name);
        if (!there) {
            skipped.accept("%s: skipped, there is no folder %s".formatted(set, name));
        }
        return there;
    }

    private SplittableRandom random(String set) {
        return new SplittableRandom(31 * seed + set.hashCode());
    }
}
