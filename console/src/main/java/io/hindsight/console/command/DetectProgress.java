package io.hindsight.console.command;

import io.hindsight.trainer.detect.Detection;
import java.io.PrintWriter;
import java.util.Locale;

/** A line now and then, for files that take long. */
final class DetectProgress implements Detection.Progress {
    private static final long EVERY_NANOS = 5_000_000_000L;
    private static final int LOOK_EVERY_ROWS = 1_024;

    private final PrintWriter out;
    private long told = System.nanoTime();

    DetectProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void read(long rows) {
        if (isTime(rows)) {
            tell("%,d rows read".formatted(rows));
        }
    }

    @Override
    public void judged(long rows, long of) {
        if (isTime(rows)) {
            tell(
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows judged, %.0f %%",
                            rows,
                            of,
                            100.0 * rows / of));
        }
    }

    private boolean isTime(long rows) {
        return rows % LOOK_EVERY_ROWS == 0 && System.nanoTime() - told > EVERY_NANOS;
    }

    private void tell(String line) {
        told = System.nanoTime();
        out.println(line);
        out.flush();
    }
}
