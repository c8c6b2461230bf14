package io.hindsight.console.command;

import io.hindsight.console.replay.SensorEpisode;
import io.hindsight.trainer.page.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The most severe episodes, for people. */
final class EpisodeTable {
    /** How many are printed. */
    static final int MOST = 10;

    private EpisodeTable() {}

    /**
     * @param worst the most severe first; nothing is printed where there is none
     */
    static void print(List<SensorEpisode> worst, PrintWriter out) {
        if (!worst.isEmpty()) {
            out.printf(
                    "%n%-8s %5s %-16s %8s  %s%n", "severity", "score", "begin", "readings", "what");
        }
        for (SensorEpisode one : worst) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %5.2f %-16s %,8d  %s%n",
                    one.severity(),
                    one.score(),
                    Numbers.minute(one.last().episode().startMillis()),
                    one.last().episode().readings(),
                    one.sentence());
        }
    }
}
