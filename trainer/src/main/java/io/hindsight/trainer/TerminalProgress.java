package io.hindsight.trainer;

import io.hindsight.trainer.train.Progress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows a training to a person: a bar with epoch, losses and time left for each network on a
 * terminal, one plain line an epoch elsewhere. Networks may be trained at once; the line of a bar
 * is then that of the network that was heard of last.
 */
public final class TerminalProgress implements Progress, AutoCloseable {
    private static final int MOST_BAR = 30;
    private static final int LEAST_BAR = 4;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Course> courses = new HashMap<>();
    private ProgressBar bar;
    private volatile Shown shown;

    /** When a network was first heard of, and how many epochs it had behind it. */
    private record Course(long startNanos, int epochsBefore) {}

    /**
     * What a bar is drawn from.
     *
     * @param losses a text, empty before the first epoch's end
     * @param secondsLeft at that time, NaN while nobody knows
     */
    record Shown(
            String network,
            int number,
            int epochs,
            String losses,
            double secondsLeft,
            long atNanos) {}

    /**
     * @param terminal whether {@code out} is one, so that a bar can be drawn over itself
     */
    public TerminalProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begins(String network, int epochsBefore, int epochs) {
        long now = System.nanoTime();
        courses.put(network, new Course(now, epochsBefore));
        if (terminal) {
            close();
            shown = new Shown(network, epochsBefore, epochs, "", Double.NaN, now);
            bar = newBar();
        }
    }

    @Override
    public synchronized void epochDone(Epoch epoch) {
        if (!courses.containsKey(epoch.network())) {
            begins(epoch.network(), epoch.number(), epoch.epochs());
        }
        double left = secondsLeft(epoch);
        String losses =
                String.format(
                        Locale.ROOT,
                        "loss %.4f, validation %.4f, best %.4f",
                        epoch.trainLoss(),
                        epoch.validationLoss(),
                        epoch.bestValidationLoss());
        if (terminal) {
            shown =
                    new Shown(
                            epoch.network(),
                            epoch.number(),
                            epoch.epochs(),
                            losses,
                            left,
                            System.nanoTime());
            bar.refresh();
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s, epoch %d of %d: %s%s%n",
                    epoch.network(),
                    epoch.number(),
                    epoch.epochs(),
                    losses,
                    text(left));
        }
    }

    /** From how long the epochs took that were heard of, of which the first may be none. */
    private double secondsLeft(Epoch epoch) {
        Course course = courses.get(epoch.network());
        int heard = epoch.number() - course.epochsBefore();
        double seconds = (System.nanoTime() - course.startNanos()) / 1e9;
        return heard == 0 ? Double.NaN : seconds / heard * (epoch.epochs() - epoch.number());
    }

    private static String text(double secondsLeft) {
        if (Double.isNaN(secondsLeft)) {
            return "";
        }
        long seconds = Math.round(Math.max(0, secondsLeft));
        return seconds < 120 ? ", " + seconds + " s left" : ", " + seconds / 60 + " min left";
    }

    private ProgressBar newBar() {
        return new ProgressBarBuilder()
                .setTaskName(shown.network())
                .setInitialMax(shown.epochs())
                .setRenderer((state, width) -> line(shown, System.nanoTime(), width))
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .continuousUpdate()
                .build();
    }

    /** A line of this width exactly, if its text is not longer, so that it covers the last one. */
    static String line(Shown shown, long nowNanos, int width) {
        double left = shown.secondsLeft() - (nowNanos - shown.atNanos()) / 1e9;
        String before = "%s %d/%d ".formatted(shown.network(), shown.number(), shown.epochs());
        String after = shown.losses().isEmpty() ? "" : " " + shown.losses() + text(left);
        int cells =
                Math.max(
                        LEAST_BAR,
                        Math.min(MOST_BAR, width - before.length() - after.length() - 2));
        int full = shown.epochs() == 0 ? cells : cells * shown.number() / shown.epochs();
        String line = before + "[" + "=".repeat(full) + " ".repeat(cells - full) + "]" + after;
        return line + " ".repeat(Math.max(0, width - line.length()));
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
