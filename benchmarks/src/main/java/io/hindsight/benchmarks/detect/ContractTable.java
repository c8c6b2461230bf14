package io.hindsight.benchmarks.detect;

import io.hindsight.model.score.Allowance;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the detector keeps what it promises on normal data: alarms a sensor and month beside
 * those that it may raise, and the share of scores above s beside 10^-s.
 */
public final class ContractTable {
    private static final String USAGE = "usage: ContractTable [DATA]";
    private static final double[] ALLOWED = {1, 4, 30};
    private static final double[] SCORES = {0.5, 1, 1.5, 2, 2.5, 3, 3.5};
    private static final int YEAR_DAYS = 365;
    private static final List<Integer> CHANNELS = List.of(2, 5, 8, 19);

    private ContractTable() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TableMain.run(() -> print(kinds(BenchFolder.ofOnly(args, USAGE)), out));
    }

    /** Kinds of normal sensors, each made when it is asked for. */
    private static Map<String, List<Supplier<SensorRun>>> kinds(BenchFolder folder) {
        Map<String, List<Supplier<SensorRun>>> kinds = new LinkedHashMap<>();
        for (Duration interval : List.of(Duration.ofMinutes(5), Duration.ofHours(1))) {
            int rows = (int) (Duration.ofDays(YEAR_DAYS).toMillis() / interval.toMillis());
            String name = "made, " + interval.toMinutes() + " min";
            List<Duration> one = List.of(interval);
            int seeds = interval.toMinutes() < 60 ? 1 : 3;
            kinds.put(name + ", one", NormalSensors.ofOneChannel(rows, one, seeds));
            kinds.put(name + ", many", NormalSensors.ofManyChannels(rows, one, seeds, CHANNELS));
        }
        if (folder != null) {
            add("air, 1 h", RecordedQuiet.stations(folder), kinds);
            add("servers, 5 min", RecordedQuiet.servers(folder), kinds);
        }
        return kinds;
    }

    private static void add(
            String name, List<SensorRun> sensors, Map<String, List<Supplier<SensorRun>>> kinds) {
        List<Supplier<SensorRun>> ones = new ArrayList<>();
        List<Supplier<SensorRun>> whole = new ArrayList<>();
        for (SensorRun sensor : sensors) {
            whole.add(() -> sensor);
            for (double[] channel : sensor.channels) {
                ones.add(() -> new SensorRun(sensor.name, sensor.interval, List.of(channel)));
            }
        }
        if (!sensors.isEmpty()) {
            kinds.put(name + ", one", ones);
            kinds.put(name + ", many", whole);
        }
    }

    private static void print(Map<String, List<Supplier<SensorRun>>> kinds, PrintStream out) {
        out.printf("alarms a sensor and month of 30 days; behind the slash after its first%n");
        out.printf("%-24s %8s %8s", "", "sensors", "months");
        for (double allowed : ALLOWED) {
            out.printf(Locale.ROOT, " %15s", "%.0f allowed".formatted(allowed));
        }
        out.println();
        Map<String, Tally> first = new LinkedHashMap<>();
        kinds.forEach(
                (name, sensors) -> {
                    StringBuilder line = new StringBuilder();
                    for (double allowed : ALLOWED) {
                        Tally tally = Tally.of(sensors, allowed);
                        first.putIfAbsent(name, tally);
                        line.append(" %15s".formatted(tally.alarmsAMonth()));
                    }
                    Tally tally = first.get(name);
                    out.printf(
                            Locale.ROOT,
                            "%-24s %8d %8.1f%s%n",
                            name,
                            sensors.size(),
                            tally.months,
                            line);
                });
        shares(first, out);
    }

    private static void shares(Map<String, Tally> tallies, PrintStream out) {
        out.printf("%nshare of the scores above%n%-24s", "");
        for (double score : SCORES) {
            out.printf(Locale.ROOT, " %9.1f", score);
        }
        out.printf("%n%-24s", "promised");
        for (double score : SCORES) {
            out.printf(Locale.ROOT, " %9.2e", StrictMath.pow(10, -score));
        }
        out.println();
        tallies.forEach(
                (name, tally) -> {
                    out.printf("%-24s", name);
                    for (long above : tally.above) {
                        out.printf(Locale.ROOT, " %9.2e", (double) above / tally.scored);
                    }
                    out.println();
                });
    }

    /** What sensors of a kind came to at one contract. */
    private static final class Tally {
        private final long[] above = new long[SCORES.length];
        private long scored;
        private double months;
        private double laterMonths;
        private long alarms;
        private long laterAlarms;

        static Tally of(List<Supplier<SensorRun>> sensors, double alarmsPerMonth) {
            Tally tally = new Tally();
            for (Supplier<SensorRun> one : sensors) {
                tally.add(one.get(), alarmsPerMonth);
            }
            return tally;
        }

        private void add(SensorRun sensor, double alarmsPerMonth) {
            double step = sensor.interval.toMillis() / Allowance.MONTH_MILLIS;
            sensor.through(
                    Integer.MAX_VALUE,
                    alarmsPerMonth,
                    (row, said) -> {
                        if (said.warming > 0 || Double.isNaN(said.score)) {
                            return;
                        }
                        boolean later = row * step >= 1;
                        scored++;
                        months += step;
                        laterMonths += later ? step : 0;
                        alarms += said.alarm ? 1 : 0;
                        laterAlarms += later && said.alarm ? 1 : 0;
                        for (int k = 0; k < SCORES.length; k++) {
                            above[k] += said.score >= SCORES[k] ? 1 : 0;
                        }
                    });
        }

        String alarmsAMonth() {
            return String.format(
                    Locale.ROOT,
                    "%.2f / %s",
                    alarms / months,
                    laterMonths > 0
                            ? String.format(Locale.ROOT, "%.2f", laterAlarms / laterMonths)
                            : "–");
        }
    }
}
