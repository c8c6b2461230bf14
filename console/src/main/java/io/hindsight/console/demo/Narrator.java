package io.hindsight.console.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** Says what happens as it happens, each line with the seconds since the start. */
final class Narrator {
    private final PrintWriter out;
    private final long startNanos = System.nanoTime();

    Narrator(PrintWriter out) {
        this.out = out;
    }

    synchronized void say(String format, Object... values) {
        out.printf(Locale.ROOT, "%6.1f s  ", elapsedSeconds());
        out.printf(Locale.ROOT, format, values);
        out.println();
        out.flush();
    }

    /** A picture of several lines, below the last line. */
    synchronized void draw(String picture) {
        say("%s", picture);
    }

    double elapsedSeconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
