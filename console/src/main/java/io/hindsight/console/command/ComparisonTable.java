package io.hindsight.console.command;

import io.hindsight.trainer.compare.Comparison;
import io.hindsight.trainer.train.Hiding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints the parts of a model side by side: the price of causality. */
final class ComparisonTable {
    /** More channels than these are told by kind of loss alone. */
    private static final int MOST_CHANNELS = 12;

    private ComparisonTable() {}

    static void print(Comparison comparison, PrintWriter print) {
        int width =
                comparison.rows().stream().mapToInt(row -> row.channel().length()).max().orElse(0);
        String name = "%-" + Math.max(12, width + 2) + "s";
        print.println();
        print.printf(
                name + "%9s%9s%9s%9s%9s   (MAE in z units, before trust is set)%n",
                "hidden as",
                "anchor",
                "student",
                "taught",
                "revised",
                "teacher");
        for (Hiding.Kind kind : Hiding.Kind.values()) {
            List<Comparison.Row> rows =
                    comparison.rows().stream()
                            .filter(row -> row.kind() == kind && row.cells() > 0)
                            .toList();
            line(kind.name().toLowerCase(Locale.ROOT), name, rows, print);
            if (rows.size() > 1 && rows.size() <= MOST_CHANNELS) {
                rows.forEach(row -> line("  " + row.channel(), name, List.of(row), print));
            }
        }
    }

    private static void line(
            String label, String name, List<Comparison.Row> rows, PrintWriter print) {
        print.printf(
                name + "%9s%9s%9s%9s%9s%n",
                label,
                mean(rows, Comparison.Row::anchor),
                mean(rows, Comparison.Row::student),
                mean(rows, Comparison.Row::taught),
                mean(rows, Comparison.Row::revised),
                mean(rows, Comparison.Row::teacher));
    }

    private static String mean(List<Comparison.Row> rows, ToDoubleFunction<Comparison.Row> method) {
        double mean = Comparison.mean(rows, method);
        return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.3f", mean);
    }
}
