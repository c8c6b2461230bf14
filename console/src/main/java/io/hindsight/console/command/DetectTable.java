package io.hindsight.console.command;

import io.hindsight.console.replay.SensorEpisode;
import io.hindsight.trainer.detect.Detection;
import io.hindsight.trainer.detect.RowState;
import io.hindsight.trainer.page.AlarmsText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What a detection came to, for people: the rows, the alarms, the strongest episodes. */
final class DetectTable {
    private DetectTable() {}

    static void print(Detection detection, double asked, PrintWriter out) {
        summary(detection, asked).forEach(out::println);
        EpisodeTable.print(
                detection.strongest(EpisodeTable.MOST).stream()
                        .map(found -> new SensorEpisode(found.sensor().sensor(), found.end()))
                        .toList(),
                out);
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
