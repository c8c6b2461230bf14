package io.hindsight.console.command;

import io.hindsight.console.state.Census;
import io.hindsight.console.state.Figures;
import io.hindsight.console.state.Part;
import io.hindsight.model.student.StudentSpec;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what is kept of a sensor. */
final class StateTable {
    /** What the value may come to that each slot reads and writes, of a model of this size. */
    private static final int MOST_HOT_BYTES = 8 << 10;

    private static final int TARGET_UNITS = 64;
    private static final int TARGET_CHANNELS = 8;

    private StateTable() {}

    static void print(StudentSpec spec, Census census, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "bytes kept of a sensor by the job: %d sensors, each at every %dth slot, %,d"
                        + " looks%n",
                census.sensors(),
                Census.EVERY_SLOTS,
                census.samples());
        out.printf("%-22s %17s %12s %21s%n", "", "entries", "an entry", "bytes");
        out.printf(
                "%-22s %8s %8s %12s %10s %10s%n",
                "part", "mean", "largest", "mean", "mean", "largest");
        for (Part part : Part.values()) {
            row(part.label(), census.figures(part), out);
        }
        row("in all", census.inAll(), out);
        out.printf(
                Locale.ROOT,
                "hot value: at most %,d bytes of %d units and %d channels is the target; here,"
                        + " of %d units and %d channels, %,d at most%n",
                MOST_HOT_BYTES,
                TARGET_UNITS,
                TARGET_CHANNELS,
                spec.hiddenSize(),
                spec.channelCount(),
                census.figures(Part.HOT_VALUE).mostBytes());
    }

    private static void row(String label, Figures figures, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-22s %,8.1f %,8d %,12.0f %,10.0f %,10d%n",
                label,
                figures.meanEntries(),
                figures.mostEntries(),
                figures.entryBytes(),
                figures.meanBytes(),
                figures.mostBytes());
    }
}
