package io.hindsight.benchmarks.detect;

import io.hindsight.benchmarks.detect.RecordedTable.Columns;
import io.hindsight.trainer.synthetic.EventKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Recordings that nobody has labelled, as series to put events into. */
final class QuietRecordings {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SERVERS_INTERVAL = Duration.ofMinutes(5);
    private static final int ROWS_OF_A_STATION = 9_000;

    private QuietRecordings() {}

    /** Of each station of a file of hours one channel, each time the next one, and other months. */
    static List<QuietSeries> stations(Path file) {
        List<QuietSeries> series = new ArrayList<>();
        Map<String, RecordedTable> tables = RecordedTable.read(file, Columns.USUAL);
        for (Map.Entry<String, RecordedTable> one : tables.entrySet()) {
            int channel = series.size() % one.getValue().channels().size();
            QuietSeries all = series(one.getKey(), one.getValue(), channel, HOUR);
            int rows = Math.min(ROWS_OF_A_STATION, all.rows());
            int begin = (all.rows() - rows) * series.size() / tables.size();
            series.add(all.part(begin, rows));
        }
        return series;
    }

    /** All channels of a transformer's file of hours. */
    static List<QuietSeries> transformer(Path file) {
        RecordedTable table = RecordedTable.one(file, new Columns("date", "", "", List.of()));
        List<QuietSeries> series = new ArrayList<>();
        for (int channel = 0; channel < table.channels().size(); channel++) {
            series.add(series("transformer", table, channel, HOUR));
        }
        return series;
    }

    /** A file of days, in which nothing belongs to an hour. */
    static QuietSeries days(Path file) {
        RecordedTable table = RecordedTable.one(file, new Columns("Date", "", "", List.of()));
        return new QuietSeries(
                "days", table.values(0), Duration.ofDays(1), EventKind.withoutSeason());
    }

    /** Of what was recorded of each server for training, one channel: the first of its three. */
    static List<QuietSeries> servers(BenchFolder folder) {
        List<QuietSeries> series = new ArrayList<>();
        for (Path file : Servers.trains(folder)) {
            RecordedTable table = RecordedTable.one(file, Columns.USUAL);
            int channel = Servers.channels(table, series.size()).get(0);
            series.add(series("server" + series.size(), table, channel, SERVERS_INTERVAL));
        }
        return series;
    }

    private static QuietSeries series(
            String name, RecordedTable table, int channel, Duration interval) {
        return new QuietSeries(
                name + "." + table.channels().get(channel),
                table.values(channel),
                interval,
                List.of(EventKind.values()));
    }
}
