package io.hindsight.benchmarks.detect.asd;

import io.hindsight.benchmarks.detect.BenchArguments;
import io.hindsight.benchmarks.detect.DetectorKind;
import io.hindsight.benchmarks.detect.RecordedTable;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.page.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The product's own detector on labelled streams of rows: ASD's servers, or any CSV files, with one
 * channel or many.
 */
public final class RowsBench {
    public static final String ASD_USAGE =
            "asd --data DIR [--alarms-per-month N] [--peers rcf,…] [--out DIR]"
                    + " [--report FILE.html --series omi-K]";
    public static final String ROWS_USAGE =
            "rows --data FILE… --label COL [--time COL] [--sensor COL] [--ignore COL…]"
                    + " [--learn SHARE] [--alarms-per-month N] [--peers rcf,…] [--out DIR]"
                    + " [--report FILE.html --series NAME]";

    private static final String DATA = "--data";
    private static final String LABEL = "--label";
    private static final String TIME = "--time";
    private static final String SENSOR = "--sensor";
    private static final String IGNORE = "--ignore";
    private static final String LEARN = "--learn";
    private static final String ALARMS = "--alarms-per-month";
    private static final String PEERS = "--peers";
    private static final String OUT = "--out";
    private static final String REPORT = "--report";
    private static final String SERIES = "--series";

    /** Of a file's rows, those that nothing is judged by, and of these those before a past. */
    private static final double LEARN_SHARE = 0.3;

    private static final double WARM_SHARE = 0.3;

    private final BenchArguments arguments;
    private final double alarmsPerMonth;
    private final PrintStream out;

    private RowsBench(BenchArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.alarmsPerMonth = arguments.number(ALARMS, 1);
        this.out = out;
    }

    public static void asd(List<String> args, PrintStream out) throws IOException {
        BenchArguments arguments =
                BenchArguments.of(args, DATA, ALARMS, PEERS, OUT, REPORT, SERIES);
        List<LabelledRows> servers =
                AsdReader.read(arguments.path(DATA)).stream().map(LabelledRows::of).toList();
        new RowsBench(arguments, out).run(servers);
    }

    public static void rows(List<String> args, PrintStream out) throws IOException {
        BenchArguments arguments =
                BenchArguments.of(
                        args, DATA, LABEL, TIME, SENSOR, IGNORE, LEARN, ALARMS, PEERS, OUT, REPORT,
                        SERIES);
        new RowsBench(arguments, out).run(read(arguments));
    }

    private static List<LabelledRows> read(BenchArguments arguments) {
        RecordedTable.Columns columns =
                new RecordedTable.Columns(
                        arguments.one(TIME).orElse("time"),
                        arguments.one(SENSOR).orElse(""),
                        arguments.text(LABEL),
                        arguments.any(IGNORE));
        double share = arguments.number(LEARN, LEARN_SHARE);
        if (share >= 1) {
            throw new IllegalArgumentException(LEARN + " must be below 1: " + share);
        }
        List<LabelledRows> all = new ArrayList<>();
        for (String data : arguments.many(DATA)) {
            Path file = Path.of(data);
            for (Map.Entry<String, RecordedTable> one :
                    RecordedTable.read(file, columns).entrySet()) {
                String name = file.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", "");
                boolean several = !one.getKey().isEmpty();
                all.add(rows(several ? name + "." + one.getKey() : name, one.getValue(), share));
            }
        }
        if (all.stream().allMatch(one -> one.judgedLabels().length == 0)) {
            throw new DataException("the data must have rows: there is none below the headers");
        }
        return all;
    }

    private static LabelledRows rows(String name, RecordedTable table, double share) {
        int judgedFrom = (int) (share * table.rows());
        return new LabelledRows(
                name,
                table.channels(),
                table.epochMillis(),
                table.rowValues(),
                table.labels(),
                (int) (WARM_SHARE * judgedFrom),
                judgedFrom,
                List.of());
    }

    private void run(List<LabelledRows> streams) throws IOException {
        long rows = streams.stream().mapToLong(one -> one.values.length).sum();
        out.printf(
                Locale.ROOT,
                "%,d streams, %,d rows, %,d events in what is judged; %s alarms a sensor and"
                        + " month agreed%n%s%n",
                streams.size(),
                rows,
                streams.stream().mapToInt(RowsBench::events).sum(),
                Numbers.natural(alarmsPerMonth),
                RowsFigures.HEADER);
        long begin = System.nanoTime();
        List<RowsSaid> said =
                streams.stream().map(one -> RowsSaid.byProduct(one, alarmsPerMonth)).toList();
        print("hindsight", said, begin);
        if (streams.size() > 1) {
            int half = streams.size() / 2;
            out.println(new RowsFigures(said.subList(0, half)).line("  the first half"));
            out.println(new RowsFigures(said.subList(half, said.size())).line("  the second"));
        }
        for (DetectorKind peer : arguments.peers()) {
            long peerBegin = System.nanoTime();
            print(
                    peer.name(),
                    streams.stream().map(one -> RowsSaid.by(peer, one)).toList(),
                    peerBegin);
        }
        files(said);
    }

    private static int events(LabelledRows one) {
        boolean[] labels = one.judgedLabels();
        return new Scored(new double[labels.length], labels).events().size();
    }

    private void print(String name, List<RowsSaid> said, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "%s %6.1f s%n", new RowsFigures(said).line(name), seconds);
    }

    private void files(List<RowsSaid> said) throws IOException {
        Optional<String> folder = arguments.one(OUT);
        if (folder.isPresent()) {
            for (RowsSaid one : said) {
                RowsFiles.write(one, Path.of(folder.get()));
            }
        }
        Optional<String> report = arguments.one(REPORT);
        if (report.isPresent()) {
            RowsFiles.page(series(said), alarmsPerMonth, Path.of(report.get()));
        }
    }

    private LabelledRows series(List<RowsSaid> said) {
        List<LabelledRows> all = said.stream().map(one -> one.rows).toList();
        if (all.size() == 1 && arguments.one(SERIES).isEmpty()) {
            return all.get(0);
        }
        String name = arguments.text(SERIES);
        return all.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s must be one of %s: %s"
                                                .formatted(
                                                        SERIES,
                                                        all.stream().map(one -> one.name).toList(),
                                                        name)));
    }
}
