package io.hindsight.trainer;

import io.hindsight.trainer.train.Progress;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows a training to a person: a bar with epoch, losses and time left for each network on a
 * terminal, one plain line an epoch elsewhere.
 */
public final class TerminalProgress implements Progress, AutoCloseable {
    private final PrintStream out;
    private final boolean terminal;
    private ProgressBar bar;
    private String network = "";
    private long startNanos;

    /**
     * @param terminal whether {@code out} is one, so that a bar can be drawn over itself
     */
    public TerminalProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void epochDone(Epoch epoch) {
        if (!epoch.network().equals(network)) {
            close();
            network = epoch.network();
            startNanos = System.nanoTime();
            bar = terminal ? newBar(epoch) : null;
        }
        String losses =
                String.format(
                        Locale.ROOT,
                        "loss %.4f, validation %.4f, best %.4f",
                        epoch.trainLoss(),
                        epoch.validationLoss(),
                        epoch.bestValidationLoss());
        if (bar != null) {
            bar.stepTo(epoch.number());
            bar.setExtraMessage(" " + losses);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s, epoch %d of %d: %s%s%n",
                    network,
                    epoch.number(),
                    epoch.epochs(),
                    losses,
                    timeLeft(epoch));
        }
    }

    /** Known from the second epoch of a network on. */
    private String timeLeft(Epoch epoch) {
        if (epoch.number() < 2) {
            return "";
        }
        double perEpoch = (System.nanoTime() - startNanos) / 1e9 / (epoch.number() - 1);
        long seconds = Math.round(perEpoch * (epoch.epochs() - epoch.number()));
        return ", " + seconds + " s left";
    }

    private ProgressBar newBar(Epoch epoch) {
        return new ProgressBarBuilder()
                .setTaskName(epoch.network())
                .setInitialMax(epoch.epochs())
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
