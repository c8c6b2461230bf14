package io.hindsight.console.replay;

import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.OpenGaps;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.trainer.data.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All sensors of a group, each with its state in memory, taking one row after the other. */
public final class Replay {
    private final Models models;
    private final Sensor sensor;
    private final Map<String, Kept> sensors = new HashMap<>();

    public Replay(Models models, EpisodeTracker episodes) {
        this.models = models;
        this.sensor = new Sensor(episodes);
    }

    /** What the step makes of a row, with the revisions of the gaps that it closed. */
    public Outcome accept(Row row) {
        Kept kept = sensors.computeIfAbsent(row.sensor(), name -> new Kept());
        return sensor.accept(
                kept.state,
                kept.history,
                models,
                Optional.of(kept.gaps),
                row.timeMillis(),
                row.values());
    }

    /**
     * Event time of the earliest row of a sensor that may still be revised; the largest if there is
     * none.
     */
    public long earliestOpenMillis(String sensorName) {
        Kept kept = sensors.get(sensorName);
        return kept == null ? Long.MAX_VALUE : kept.gaps.earliestMillis();
    }

    private static final class Kept {
        final SensorState state = new SensorState();
        final InputHistory history = InputHistory.onHeap();
        final OpenGaps gaps = new OpenGaps();
    }
}
