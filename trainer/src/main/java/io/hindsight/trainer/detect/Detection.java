package io.hindsight.trainer.detect;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeSentence;
import io.hindsight.trainer.data.CsvReadings;
import io.hindsight.trainer.data.DataException;
import io.hindsight.trainer.data.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A recording, each sensor judged by its own past. It is read whole, so that rows may come in any
 * order: they are judged in that of their times and told in that of the file, each of them.
 */
public final class Detection {
    private final List<String> channels;
    private final List<SensorDetection> sensors;
    private final int[] sensorOfRow;

    private Detection(List<String> channels, List<SensorDetection> sensors, int[] sensorOfRow) {
        this.channels = channels;
        this.sensors = sensors;
        this.sensorOfRow = sensorOfRow;
    }

    /** Hears how far it is. */
    public interface Progress {
        void read(long rows);

        void judged(long rows, long of);
    }

    /** A row of the file. */
    @FunctionalInterface
    public interface RowReceiver {
        /**
         * @param row in the order of the sensor's times
         */
        void accept(SensorDetection sensor, int row);
    }

    /**
     * @param alarmsPerMonth that a sensor may raise in 30 days of normal data, positive
     * @throws DataException if the recording has no row, or one that breaks a rule
     */
    public static Detection of(CsvReadings readings, double alarmsPerMonth, Progress progress) {
        if (!(alarmsPerMonth > 0 && Double.isFinite(alarmsPerMonth))) {
            throw new IllegalArgumentException(
                    "alarmsPerMonth must be positive: " + alarmsPerMonth);
        }
        Reader reader = new Reader(readings.channels(), progress);
        readings.forEach(reader);
        if (reader.count == 0) {
            throw new DataException("the data must have rows: there is none below the header");
        }
        List<SensorDetection> sensors = new ArrayList<>();
        long[] judged = {0};
        for (SensorRows rows : reader.sensors) {
            sensors.add(
                    SensorDetection.of(
                            rows,
                            readings.channels(),
                            alarmsPerMonth,
                            (row, said) -> progress.judged(++judged[0], reader.count)));
        }
        return new Detection(
                readings.channels(), sensors, Arrays.copyOf(reader.sensorOfRow, reader.count));
    }

    private static final class Reader implements Consumer<Row> {
        private final List<String> channels;
        private final Progress progress;
        private final Map<String, Integer> indices = new LinkedHashMap<>();
        private final List<SensorRows> sensors = new ArrayList<>();
        private int[] sensorOfRow = new int[1_024];
        private int count;

        Reader(List<String> channels, Progress progress) {
            this.channels = channels;
            this.progress = progress;
        }

        @Override
        public void accept(Row row) {
            Integer index = indices.get(row.sensor());
            if (index == null) {
                index = sensors.size();
                indices.put(row.sensor(), index);
                sensors.add(new SensorRows(row.sensor(), channels.size()));
            }
            sensors.get(index).add(row.timeMillis(), row.values());
            if (count == sensorOfRow.length) {
                sensorOfRow = Arrays.copyOf(sensorOfRow, Math.multiplyExact(2, count));
            }
            sensorOfRow[count++] = index;
            progress.read(count);
        }
    }

    public List<String> channels() {
        return channels;
    }

    /** In the order in which they come. */
    public List<SensorDetection> sensors() {
        return List.copyOf(sensors);
    }

    public long rows() {
        return sensorOfRow.length;
    }

    /** Hands out every row that was read, in the order of the files. */
    public void forEachRow(RowReceiver receiver) {
        int[] told = new int[sensors.size()];
        for (int index : sensorOfRow) {
            SensorDetection sensor = sensors.get(index);
            receiver.accept(sensor, sensor.placeOf(told[index]++));
        }
    }

    /** How an episode ended, and whose it is. */
    public record Found(SensorDetection sensor, EpisodeChange end) {
        public Episode episode() {
            return end.episode();
        }

        /** What happened, in a sentence. */
        public String sentence() {
            return EpisodeSentence.of(sensor.sensor(), end);
        }
    }

    /** The most severe episodes of all sensors, the worst first. */
    public List<Found> strongest(int most) {
        return sensors.stream()
                .flatMap(one -> one.episodes().stream().map(end -> new Found(one, end)))
                .sorted(Comparator.comparingDouble(found -> -found.episode().peak().score()))
                .limit(most)
                .toList();
    }

    public long count(RowState state) {
        return sensors.stream().mapToLong(one -> one.count(state)).sum();
    }

    public long outOfOrder() {
        return sensors.stream().mapToLong(SensorDetection::outOfOrder).sum();
    }

    public long alarms() {
        return sensors.stream().mapToLong(SensorDetection::alarms).sum();
    }

    /** How many months of 30 days all sensors together were scored. */
    public double sensorMonths() {
        return sensors.stream().mapToDouble(SensorDetection::scoredMonths).sum();
    }
}
