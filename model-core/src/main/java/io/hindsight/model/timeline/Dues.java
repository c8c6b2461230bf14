package io.hindsight.model.timeline;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import java.util.Optional;

/** When a sensor's readings are due, and what comes of a slot whose reading does not come. */
final class Dues {
    private final Sensor sensor;

    Dues(Sensor sensor) {
        this.sensor = sensor;
    }

    /** The slot that is due next. */
    Optional<Sensor.Due> next(Visit visit, SensorState state) {
        return sensor.due(state, visit.surroundings.models());
    }

    /** Watermark by which a slot can be said to be without a reading. */
    long knownMissedMillis(Visit visit, Sensor.Due due) {
        Surroundings around = visit.surroundings;
        long known = sensor.knownFromMillis(around.models(), around.context(), due.slotMillis());
        return Math.max(due.missedFromMillis() - 1, known);
    }

    /** Takes a slot without its reading. */
    Outcome.Scored miss(Visit visit, SensorState state, Sensor.Due due) {
        return sensor.miss(
                state, visit.store, visit.surroundings.models(), visit.surroundings.context(), due);
    }

    /** What is said of a slot that was just missed. */
    static Answer answer(Outcome.Scored missed, SensorState state) {
        boolean lost = state.missed() == Sensor.MOST_MISSED_SLOTS;
        return new Answer(
                lost ? Answer.Status.LOST : Answer.Status.MISSING,
                missed.modelVersion(),
                missed.result());
    }
}
