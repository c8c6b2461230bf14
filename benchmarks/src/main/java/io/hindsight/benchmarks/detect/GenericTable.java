package io.hindsight.benchmarks.detect;

import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.GenericCodec;
import io.hindsight.trainer.synthetic.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the generic net adds to a channel's views: of each kind of event that was put into series
 * the share that is found, at thresholds with as many false alarms; and NAB at its best threshold
 * and at the one that was carried over from those series.
 */
public final class GenericTable {
    private static final String USAGE = "usage: GenericTable DATA SEED,SEED.. NET [NET ..]";
    private static final double FALSE_ALARMS = 0.6;
    private static final int THREADS = 2;

    private GenericTable() {}

    public static void main(String[] args) {
        TableMain.run(() -> print(Arrays.asList(args)));
    }

    private static void print(List<String> args) throws IOException, BundleException {
        if (args.size() < 3) {
            throw new IllegalArgumentException(USAGE);
        }
        print(new BenchFolder(Path.of(args.get(0))), args.get(1), args.subList(2, args.size()));
    }

    private static void print(BenchFolder folder, String seeds, List<String> nets)
            throws IOException, BundleException {
        List<BenchSet> injected = new ArrayList<>();
        for (String seed : seeds.split(",", -1)) {
            new BenchSets(folder, Long.parseLong(seed), line -> {})
                    .read().stream().filter(BenchSet::isInjected).forEach(injected::add);
        }
        List<LabelledSeries> nab =
                folder.has("nab") ? NabCorpus.read(folder.resolve("nab")).series() : List.of();
        List<DetectorKind> kinds = new ArrayList<>(List.of(ViewsDetector.alone()));
        for (String net : nets) {
            Path file = Path.of(net);
            kinds.add(
                    ViewsDetector.with(
                            file.getFileName().toString(),
                            GenericCodec.read(Files.readAllBytes(file))));
        }
        for (DetectorKind kind : kinds) {
            line(kind, injected, nab);
        }
    }

    private static void line(DetectorKind kind, List<BenchSet> sets, List<LabelledSeries> nab) {
        AlarmedSets alarmed = new AlarmedSets(kind, sets, THREADS);
        double threshold = alarmed.threshold(FALSE_ALARMS);
        KindTally tally = alarmed.kinds(threshold);
        StringBuilder text = new StringBuilder();
        int events = 0;
        double found = 0;
        for (EventKind event : EventKind.values()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            " %s %.2f",
                            event.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            tally.foundShare(event)));
            events += tally.events(event);
            found += tally.foundShare(event) * tally.events(event);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: threshold %.3f, found %.3f of %d:%s%n",
                kind.name(),
                threshold,
                found / events,
                events,
                text);
        if (!nab.isEmpty()) {
            NabScorer scorer = new NabScorer(DetectorRun.over(kind, nab, THREADS));
            print("best", scorer.best(NabProfile.STANDARD));
            print("carried", scorer.at(NabProfile.STANDARD, threshold));
        }
    }

    private static void print(String threshold, NabScore score) {
        System.out.printf(
                Locale.ROOT,
                "  NAB, %s threshold %.3f: %.1f, found %d of %d, false alarms per 1,000 %.2f%n",
                threshold,
                score.threshold(),
                score.score(),
                score.found(),
                score.windows(),
                score.falseAlarmsPerThousandRows());
    }
}
