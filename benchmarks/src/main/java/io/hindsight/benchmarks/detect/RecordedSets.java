package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.detect.RecordedTable.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recordings in which somebody has labelled what happened. */
final class RecordedSets {
    private static final String ARTIFICIAL = "artificial";

    private RecordedSets() {}

    /** NAB by folder, both folders of artificial series as one. */
    static List<BenchSet> nab(Path folder) {
        Map<String, List<BenchSeries>> byName = new TreeMap<>();
        for (LabelledSeries series : NabCorpus.read(folder).series()) {
            String name = NabCorpus.folder(series);
            String set = "NAB " + (name.startsWith(ARTIFICIAL) ? ARTIFICIAL : name);
            byName.computeIfAbsent(set, key -> new ArrayList<>()).add(BenchSeries.recorded(series));
        }
        return byName.entrySet().stream()
                .map(set -> BenchSet.of(set.getKey(), set.getValue()))
                .toList();
    }

    /** A series a sensor; what was recorded for training comes before what is labelled. */
    static BenchSet telemetry(Path file) {
        Columns columns = Columns.USUAL.labelled("label").without("part");
        List<BenchSeries> series = new ArrayList<>();
        RecordedTable.read(file, columns)
                .forEach((name, table) -> series.add(recorded(name, table)));
        return BenchSet.of("telemetry", series);
    }

    static BenchSet kpi(List<Path> files) {
        List<BenchSeries> series = new ArrayList<>();
        for (Path file : files) {
            RecordedTable.read(file, Columns.USUAL.labelled("label"))
                    .forEach((name, table) -> series.add(recorded(name, table)));
        }
        return BenchSet.of("KPI", series);
    }

    /** Chaos in which others' eyes find nothing either: it has no vote. */
    static BenchSet mgab(List<Path> files) {
        List<BenchSeries> series = new ArrayList<>();
        for (Path file : files) {
            Columns columns = new Columns("", "", "is_anomaly", List.of("is_ignored"));
            RecordedTable.read(file, columns)
                    .forEach((name, table) -> series.add(recorded(name(file), table)));
        }
        return new BenchSet("MGAB", false, series);
    }

    /** Three channels of each server, which has its labels for all of them. */
    static BenchSet servers(BenchFolder folder) {
        List<BenchSeries> series = new ArrayList<>();
        List<Path> trains = Servers.trains(folder);
        for (int server = 0; server < trains.size(); server++) {
            RecordedTable train = RecordedTable.one(trains.get(server), Columns.USUAL);
            RecordedTable test =
                    RecordedTable.one(
                            Servers.test(trains.get(server)), Columns.USUAL.labelled("label"));
            for (int channel : Servers.channels(train, server)) {
                series.add(
                        BenchSeries.recorded(
                                train.then(test).labelled(name(trains.get(server)), channel)));
            }
        }
        return BenchSet.of("ASD", series);
    }

    private static BenchSeries recorded(String name, RecordedTable table) {
        return BenchSeries.recorded(table.labelled(name, 0));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", "");
    }
}
