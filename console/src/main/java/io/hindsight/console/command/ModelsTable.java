package io.hindsight.console.command;

import io.hindsight.console.publish.ModelLine;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes.Time;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Prints a group's models, the oldest first. */
final class ModelsTable {
    private static final String ROW = "%7s  %-12s  %-6s  %-20s  %-9s  %-20s  %s%n";

    private ModelsTable() {}

    static void print(String group, List<ModelLine> lines, PrintWriter out) {
        if (lines.isEmpty()) {
            out.println("no model of " + group + " is published");
            return;
        }
        out.printf(
                ROW,
                "version",
                "sha256",
                "signed",
                "published",
                "role now",
                "asked to act from",
                "acts from");
        for (ModelLine line : lines) {
            out.printf(
                    ROW,
                    line.version(),
                    line.digest(),
                    line.signed() ? "yes" : "no",
                    time(line.publishedMillis()),
                    line.role().word(),
                    line.asked().map(ModelsTable::asked).orElse("–"),
                    line.asked().isEmpty() ? "–" : decided(line.decided()));
        }
    }

    static String asked(long fromMillis) {
        return fromMillis == Order.AT_ONCE ? "at once" : time(fromMillis);
    }

    static String decided(Optional<Long> fromMillis) {
        if (fromMillis.isEmpty()) {
            return "not decided";
        }
        long from = fromMillis.get();
        if (from == Time.FROM_THE_BEGINNING) {
            return "the beginning";
        }
        return from == Time.NEVER ? "never: overtaken" : time(from);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
