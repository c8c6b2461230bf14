package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.TableMain;
import io.hindsight.benchmarks.detect.asd.Interpretation.Explained;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints what the joint score finds on ASD, over all servers and over either half of them. One
 * threshold serves a group: the lowest that gives at most half an alarm a day on the training
 * parts.
 *
 * <p>Argument: the folder with the data, see {@link AsdReader}.
 */
final class AsdTable {
    private static final double ALARMS_A_DAY = 0.5;
    private static final int LARGEST_BUFFER = 24;
    private static final String FORMAT = "%-14s %5s %7s %5s %5s %10s %9s %12s %5s %5s%n";

    private final List<AsdServer> servers;
    private final List<AsdDetection> detections;

    private AsdTable(List<AsdServer> servers, List<AsdDetection> detections) {
        this.servers = servers;
        this.detections = detections;
    }

    public static void main(String[] args) {
        TableMain.run(() -> print(args));
    }

    private static void print(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: AsdTable FOLDER, that of ASD");
        }
        List<AsdServer> servers = AsdReader.read(Path.of(args[0]));
        AsdTable all = new AsdTable(servers, servers.stream().map(AsdDetection::new).toList());
        int half = AsdReader.SERVERS / 2;
        System.out.printf(
                FORMAT,
                "",
                "AP",
                "AP mean",
                "VUS",
                "Fc1",
                "Fc1 best",
                "precision",
                "false a day",
                "hit",
                "IPS");
        all.print("all servers", System.out);
        all.of(0, half).print("servers 1-6", System.out);
        all.of(half, AsdReader.SERVERS).print("servers 7-12", System.out);
    }

    private AsdTable of(int from, int to) {
        return new AsdTable(servers.subList(from, to), detections.subList(from, to));
    }

    private void print(String name, PrintStream out) {
        List<Scored> train = detections.stream().map(one -> one.train).toList();
        List<Scored> strengths = detections.stream().map(one -> one.strength).toList();
        List<Scored> ranks = detections.stream().map(one -> one.rank).toList();
        int rows = train.stream().mapToInt(Scored::rows).sum();
        double most = ALARMS_A_DAY * rows / AsdReader.ROWS_A_DAY;
        double threshold = Alarms.threshold(train, most);
        CompositeF found = CompositeF.at(strengths, threshold, AsdReader.ROWS_A_DAY);
        double best = CompositeF.bestThreshold(strengths);
        out.printf(
                FORMAT,
                name,
                figure(PrecisionRecall.pooled(ranks)),
                figure(PrecisionRecall.mean(ranks)),
                figure(VolumeUnderSurface.pooled(ranks, LARGEST_BUFFER)),
                figure(found.value()),
                figure(CompositeF.at(strengths, best, AsdReader.ROWS_A_DAY).value()),
                figure(found.precision()),
                figure(found.falseAlarmsADay()),
                figure(Interpretation.hit(explained())),
                figure(Interpretation.ips(explained())));
    }

    private List<Explained> explained() {
        return IntStream.range(0, servers.size())
                .mapToObj(
                        k ->
                                new Explained(
                                        servers.get(k).events,
                                        detections.get(k).evidence,
                                        detections.get(k).strength))
                .toList();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
