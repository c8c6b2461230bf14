package io.hindsight.trainer.detect.page;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeSentence;
import io.hindsight.trainer.detect.RowState;
import io.hindsight.trainer.detect.SensorDetection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What was detected in a sensor's recording, as the page wants it. */
public final class DetectedSensors {
    private final SensorDetection sensor;
    private final int[] rows;

    /** Rows that are no duplicates. */
    private DetectedSensors(SensorDetection sensor) {
        this.sensor = sensor;
        rows =
                IntStream.range(0, sensor.rows())
                        .filter(row -> sensor.state(row) != RowState.DUPLICATE)
                        .toArray();
    }

    /**
     * @param labels what people have marked; empty if that is not known
     */
    public static DetectedSeries series(SensorDetection sensor, List<LabelWindow> labels) {
        return new DetectedSensors(sensor).series(labels);
    }

    private DetectedSeries series(List<LabelWindow> labels) {
        List<DetectedChannel> channels = new ArrayList<>();
        for (int j = 0; j < sensor.channels().size(); j++) {
            channels.add(channel(j));
        }
        List<DetectedEpisode> episodes = new ArrayList<>();
        for (EpisodeChange end : sensor.episodes()) {
            episodes.add(episode(episodes.size() + 1, end));
        }
        RowStatus[] statuses = Arrays.stream(rows).mapToObj(this::status).toArray(RowStatus[]::new);
        long[] times = Arrays.stream(rows).mapToLong(sensor::timeMillis).toArray();
        return new DetectedSeries(
                sensor.sensor(),
                new ScoredRows(times, column(sensor::score), statuses),
                channels,
                episodes,
                labels,
                figures());
    }

    private RowStatus status(int row) {
        return switch (sensor.state(row)) {
            case SCORED -> RowStatus.SCORED;
            case WARMING -> RowStatus.WARMING;
            case HOLE -> RowStatus.MISSING;
            case DUPLICATE -> throw new IllegalStateException("duplicates were left out");
        };
    }

    private double[] column(IntToDoubleFunction of) {
        return Arrays.stream(rows).mapToDouble(of).toArray();
    }

    private DetectedChannel channel(int j) {
        ExpectedBand band =
                new ExpectedBand(
                        column(row -> sensor.expected(row, j)),
                        column(row -> sensor.expected(row, j) - sensor.band(row, j)),
                        column(row -> sensor.expected(row, j) + sensor.band(row, j)));
        return new DetectedChannel(
                sensor.channels().get(j), column(row -> sensor.value(row, j)), Optional.of(band));
    }

    private DetectedEpisode episode(int number, EpisodeChange end) {
        Episode episode = end.episode();
        List<ChannelShare> shares =
                episode.channels().stream()
                        .filter(one -> one.share() > 0)
                        .map(one -> new ChannelShare(one.channel(), one.share(), one.direction()))
                        .toList();
        return new DetectedEpisode(
                sensor.sensor() + "-" + number,
                episode.startMillis(),
                episode.endMillis(),
                episode.peak().eventTimeMillis(),
                episode.peak().score(),
                EpisodeSentence.of(sensor.sensor(), end),
                shares,
                end.phase() == EpisodeChange.Phase.NEW_NORMAL,
                false);
    }

    private AlarmFigures figures() {
        long scored = sensor.count(RowState.SCORED);
        OptionalLong warmingUntil =
                Arrays.stream(rows)
                        .filter(row -> sensor.state(row) == RowState.WARMING)
                        .mapToLong(sensor::timeMillis)
                        .max();
        double perThousand = scored == 0 ? Double.NaN : 1e3 * sensor.alarms() / scored;
        return new AlarmFigures(scored, perThousand, warmingUntil);
    }
}
