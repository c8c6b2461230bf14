package io.hindsight.console.command;

import io.hindsight.console.compare.ChannelSums;
import io.hindsight.console.compare.ShadowComparison;
import io.hindsight.console.compare.VersionSums;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints an active version beside its shadow, channel by channel, and who predicted better. */
final class ShadowTable {
    private final ShadowComparison comparison;
    private final PrintWriter out;
    private final String label;

    private ShadowTable(ShadowComparison comparison, int width, PrintWriter out) {
        this.comparison = comparison;
        this.out = out;
        this.label = "%-" + Math.max(14, width + 2) + "s";
    }

    /**
     * @param names of the channels; others are called by their number
     */
    static void print(
            ShadowComparison comparison, List<String> names, float alarmScore, PrintWriter out) {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        new ShadowTable(comparison, width, out).print(names, alarmScore);
    }

    private void print(List<String> names, float alarmScore) {
        out.printf(
                "version %d (active) and version %d (shadow) on %,d readings%n%n",
                comparison.activeVersion(), comparison.shadowVersion(), comparison.readings());
        out.printf(
                label + "%22s%22s%22s%22s%14s%n",
                "",
                "error",
                "error in spreads",
                "within 50 %",
                "within 90 %",
                "imputations");
        out.printf(label, "channel");
        for (int i = 0; i < 4; i++) {
            out.printf("%11s%11s", "active", "shadow");
        }
        out.printf("%14s%n", "apart by");
        for (int d = 0; d < comparison.channelCount(); d++) {
            line(d < names.size() ? names.get(d) : "channel " + d, d);
        }
        out.println();
        scores("active", comparison.activeVersion(), comparison.active(), alarmScore);
        scores("shadow", comparison.shadowVersion(), comparison.shadow(), alarmScore);
        out.println(comparison.verdict());
    }

    private void line(String name, int channel) {
        out.printf(label, name);
        both(channel, ChannelSums::meanError, "%.4g");
        both(channel, ChannelSums::meanErrorInSpreads, "%.3f");
        both(channel, each -> 100 * each.coverage50(), "%.1f %%");
        both(channel, each -> 100 * each.coverage90(), "%.1f %%");
        out.printf("%14s%n", number(comparison.meanApart(channel), "%.4g"));
    }

    private void both(int channel, ToDoubleFunction<ChannelSums> figure, String format) {
        for (VersionSums version : List.of(comparison.active(), comparison.shadow())) {
            double value = figure.applyAsDouble(version.channels().get(channel));
            out.printf("%11s", number(value, format));
        }
    }

    private void scores(String role, long version, VersionSums sums, float alarmScore) {
        out.printf(
                "version %d (%s): mean score %s, %,d readings from %s on%n",
                version,
                role,
                number(sums.meanScore(), "%.3f"),
                sums.alarms(),
                number(alarmScore, "%.3g"));
    }

    private static String number(double value, String format) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
