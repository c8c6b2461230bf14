package io.hindsight.console.replay;

import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.trainer.data.Row;
import java.util.HashMap;
import java.util.Map;

/** All sensors of a group, each with its state in memory, taking one row after the other. */
public final class Replay {
    private final Models models;
    private final Sensor sensor;
    private final Map<String, Kept> sensors = new HashMap<>();

    public Replay(Models models, EpisodeTracker episodes) {
        this.models = models;
        this.sensor = new Sensor(episodes);
    }

    /** What the step makes of a row. */
    public Outcome accept(Row row) {
        Kept kept = sensors.computeIfAbsent(row.sensor(), name -> new Kept());
        return sensor.accept(kept.state, kept.history, models, row.timeMillis(), row.values());
    }

    private static final class Kept {
        final SensorState state = new SensorState();
        final InputHistory history = InputHistory.onHeap();
    }
}
