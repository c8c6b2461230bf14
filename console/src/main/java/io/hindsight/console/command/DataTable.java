package io.hindsight.console.command;

import io.hindsight.trainer.data.Arrivals;
import io.hindsight.trainer.data.report.ChannelReport;
import io.hindsight.trainer.data.report.DataReport;
import io.hindsight.trainer.data.report.SensorReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A data report for people: the channels over all sensors, then the worst sensors. */
final class DataTable {
    private static final int WORST_SENSORS = 5;
    private static final int LONGEST_NAME = 14;

    private DataTable() {}

    static void print(DataReport report, PrintWriter out) {
        Locale locale = Locale.ROOT;
        out.printf(
                locale,
                "%s to %s, a %s%n%,d slots train, %,d validate, %,d test%n",
                report.from(),
                report.to(),
                (report.regular() ? "slot each " : "reading usually each ") + report.interval(),
                report.parts().training(),
                report.parts().validation(),
                report.parts().test());
        out.printf(
                locale,
                "%n%-14s %7s %7s %7s %9s %9s %9s %9s %6s %6s%n",
                "channel",
                "missing",
                "holes",
                "longest",
                "min",
                "mean",
                "max",
                "sd",
                "zeros",
                "frozen");
        report.channels().forEach(channel -> row(channel, out));
        printSensors(report.sensors(), out);
        out.println();
        out.flush();
    }

    private static void row(ChannelReport channel, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-14s %7s %,7d %,7d %9s %9s %9s %9s %6s %,6d%s%n",
                name(channel.channel()),
                share(channel.holes().share()),
                channel.holes().runCount(),
                channel.holes().longestRun(),
                number(channel.min()),
                number(channel.mean()),
                number(channel.max()),
                number(channel.sd()),
                channel.zeroShare() == null ? "" : share(channel.zeroShare()),
                channel.longestEqualRun(),
                remark(channel));
    }

    private static String remark(ChannelReport channel) {
        String given = channel.given() ? "  given" : "";
        if (channel.constant()) {
            return given + "  constant";
        }
        return channel.fewValues() == null ? given : given + "  " + channel.fewValues() + " values";
    }

    private static void printSensors(List<SensorReport> sensors, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%-14s %9s %7s %7s %7s %10s %8s %8s %11s%n",
                sensors.size() > WORST_SENSORS ? "worst sensors" : "sensor",
                "slots",
                "missing",
                "silent",
                "longest",
                "duplicates",
                "late",
                "off grid",
                "by at most");
        sensors.stream()
                .sorted(Comparator.comparingDouble(SensorReport::missingShare).reversed())
                .limit(WORST_SENSORS)
                .forEach(sensor -> row(sensor, out));
    }

    private static void row(SensorReport sensor, PrintWriter out) {
        Arrivals arrivals = sensor.arrivals();
        out.printf(
                Locale.ROOT,
                "%-14s %,9d %7s %7s %,7d %,10d %,8d %,8d %11s%n",
                name(sensor.sensor()),
                sensor.slots(),
                share(sensor.missingShare()),
                share(1 - sensor.presentShare()),
                sensor.longestSilence(),
                arrivals.duplicates(),
                arrivals.outOfOrder(),
                arrivals.offGrid(),
                arrivals.offGrid() == 0 ? "" : Duration.ofMillis(arrivals.largestOffsetMillis()));
    }

    private static String name(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** Never rounded to none or all. */
    private static String share(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.05) {
            return "<0.1%";
        }
        return percent < 100 && percent > 99.95
                ? ">99.9%"
                : String.format(Locale.ROOT, "%.1f%%", percent);
    }

    /** Four digits that count. */
    private static String number(Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = size < 1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : size < 1_000 ? 1 : 0;
        return size == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
