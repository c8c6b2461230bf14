package io.hindsight.console.command;

import io.hindsight.trainer.detect.Detection;
import io.hindsight.trainer.detect.Episode;
import io.hindsight.trainer.detect.RowState;
import io.hindsight.trainer.detect.SensorDetection;
import io.hindsight.trainer.page.AlarmsText;
import io.hindsight.trainer.page.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a detection came to, for people: the rows, the alarms, the strongest episodes. */
final class DetectTable {
    private static final int STRONGEST = 10;

    private DetectTable() {}

    static void print(Detection detection, double asked, PrintWriter out) {
        summary(detection, asked).forEach(out::println);
        List<Detection.Found> strongest = detection.strongest(STRONGEST);
        if (!strongest.isEmpty()) {
            out.printf("%n%-8s %-16s %8s  %s%n", "severity", "begin", "readings", "what");
        }
        for (Detection.Found found : strongest) {
            SensorDetection sensor = found.sensor();
            Episode episode = found.episode();
            out.printf(
                    Locale.ROOT,
                    "%8.2f %-16s %,8d  %s%n",
                    episode.severity(),
                    Numbers.minute(sensor.timeMillis(episode.firstRow())),
                    episode.lastRow() - episode.firstRow() + 1,
                    found.sentence());
        }
        out.flush();
    }

    /** Sentences on all of it. */
    static List<String> summary(Detection detection, double asked) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%,d rows of %s, %s each"
                        .formatted(
                                detection.rows(),
                                many(detection.sensors().size(), "sensor"),
                                many(detection.channels().size(), "channel")));
        lines.add(
                "%,d scored, %,d while warming up, %,d without a value, %,d duplicates; %,d came out"
                                .formatted(
                                        detection.count(RowState.SCORED),
                                        detection.count(RowState.WARMING),
                                        detection.count(RowState.HOLE),
                                        detection.count(RowState.DUPLICATE),
                                        detection.outOfOrder())
                        + " of order");
        lines.add(alarms(detection, asked));
        return lines;
    }

    private static String alarms(Detection detection, double asked) {
        double months = detection.sensorMonths();
        if (months == 0) {
            return "nothing could be scored: no sensor has readings enough";
        }
        int episodes = detection.sensors().stream().mapToInt(one -> one.episodes().size()).sum();
        return AlarmsText.of(detection.alarms(), " in " + many(episodes, "episode"), months, asked);
    }

    private static String many(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
