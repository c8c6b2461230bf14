package io.hindsight.console.command;

import io.hindsight.console.publish.SuppressionLine;
import io.hindsight.model.suppress.SuppressionFile;
import java.io.PrintWriter;
import java.util.List;

/** Prints what is ignored of a group: its versions, the oldest first, and the rules of the last. */
final class SuppressionTable {
    private static final String ROW = "%7s  %5s  %-20s  %s%n";

    private SuppressionTable() {}

    static void print(String group, List<SuppressionLine> lines, PrintWriter out) {
        if (lines.isEmpty()) {
            out.println("nothing of " + group + " is ignored");
            return;
        }
        out.printf(ROW, "version", "rules", "asked to act from", "acts from");
        for (SuppressionLine line : lines) {
            out.printf(
                    ROW,
                    line.version(),
                    line.rules().size(),
                    ModelsTable.asked(line.askedMillis()),
                    ModelsTable.decided(line.decided()));
        }
        SuppressionLine last = lines.get(lines.size() - 1);
        out.printf("the rules of version %d:%n", last.version());
        last.rules().forEach(rule -> out.println("  " + SuppressionFile.write(rule)));
    }
}
