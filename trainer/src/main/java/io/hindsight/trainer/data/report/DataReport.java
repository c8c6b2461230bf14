package io.hindsight.trainer.data.report;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a data set looks like, for the person who trains on it: the whole of it, all parts. Jackson
 * writes it as JSON.
 *
 * @param from the time of the first slot, ISO-8601
 * @param to the time of the last slot
 * @param interval from one slot to the next, ISO-8601; of irregular sensors the usual time between
 *     two readings
 * @param regular whether slots are on a grid; otherwise each reading is one
 * @param parts how the slots are shared out
 * @param channels one for each channel, over all sensors
 * @param sensors one for each sensor, in the data's order
 */
public record DataReport(
        String from,
        String to,
        String interval,
        boolean regular,
        Parts parts,
        List<ChannelReport> channels,
        List<SensorReport> sensors) {

    /** Slots of all sensors together, by part. */
    public record Parts(long training, long validation, long test) {}

    public static DataReport of(DataSet data, Split split) {
        List<ChannelScan> totals = scans(data);
        List<SensorReport> sensors = new ArrayList<>();
        long training = 0;
        long validation = 0;
        for (SensorSeries series : data.series()) {
            sensors.add(sensor(data, series, totals));
            training += split.trainEnd(series);
            validation += split.validateEnd(series) - split.trainEnd(series);
        }
        return new DataReport(
                Instant.ofEpochMilli(data.firstMillis()).toString(),
                Instant.ofEpochMilli(data.lastMillis()).toString(),
                Duration.ofMillis(data.paceMillis()).toString(),
                data.isRegular(),
                new Parts(training, validation, data.slots() - training - validation),
                reports(data, totals),
                List.copyOf(sensors));
    }

    private static SensorReport sensor(
            DataSet data, SensorSeries series, List<ChannelScan> totals) {
        List<ChannelScan> own = scans(data);
        int present = 0;
        int silence = 0;
        int longestSilence = 0;
        for (int t = 0; t < series.length(); t++) {
            present += series.isPresent(t) ? 1 : 0;
            silence = series.isPresent(t) ? 0 : silence + 1;
            longestSilence = Math.max(longestSilence, silence);
            for (int d = 0; d < own.size(); d++) {
                double value = series.value(t, d);
                own.get(d).add(value);
                totals.get(d).add(value);
            }
        }
        own.forEach(ChannelScan::endSensor);
        totals.forEach(ChannelScan::endSensor);
        long holes = own.stream().mapToLong(ChannelScan::holes).sum();
        return new SensorReport(
                series.sensor(),
                Instant.ofEpochMilli(series.timeMillis(0)).toString(),
                series.length(),
                (double) present / series.length(),
                (double) holes / ((long) series.length() * own.size()),
                longestSilence,
                series.arrivals(),
                reports(data, own));
    }

    private static List<ChannelScan> scans(DataSet data) {
        return data.channels().stream().map(channel -> new ChannelScan()).toList();
    }

    private static List<ChannelReport> reports(DataSet data, List<ChannelScan> scans) {
        List<ChannelReport> reports = new ArrayList<>();
        for (int d = 0; d < scans.size(); d++) {
            boolean given = d >= data.predicted().size();
            reports.add(scans.get(d).report(data.channels().get(d), given));
        }
        return List.copyOf(reports);
    }
}
