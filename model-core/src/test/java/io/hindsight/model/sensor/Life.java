package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.fixtures.Recording;

/** One sensor as a caller keeps it: its state, its history, and the models of its group. */
final class Life {
    Models models = Models.none();
    final InputHistory history = InputHistory.onHeap();
    SensorState state = new SensorState();

    private final Sensor sensor = new Sensor(new EpisodeTracker(3f, 3));

    static Life with(Acting... models) {
        Life life = new Life();
        for (Acting model : models) {
            life.models = model.after(life.models);
        }
        return life;
    }

    Outcome accept(long time, double... values) {
        return sensor.accept(state, history, models, time, values);
    }

    StepResult scored(long time, double... values) {
        return ((Outcome.Scored) accept(time, values)).result();
    }

    /**
     * Takes readings {@code from} (inclusive) to {@code to} (exclusive); the last one's outcome.
     */
    Outcome play(Recording recording, int from, int to) {
        Outcome last = null;
        for (int t = from; t < to; t++) {
            last = accept(recording.times[t], recording.values[t].clone());
        }
        return last;
    }
}
