package io.hindsight.model.sensor;

import io.hindsight.model.fixtures.Recording;
import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.suppress.Suppressor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sensor as a caller keeps it: its state, its past, and the models of its group. Slots without
 * a reading are missed when the next reading comes.
 */
final class Life implements Past, Sensor.Acting {
    static final String NAME = "a";

    SensorState state = new SensorState();
    Models models = Models.none();
    final List<Outcome.Scored> misses = new ArrayList<>();

    private final Sensor sensor;
    private final Map<Long, PastInput> readings = new HashMap<>();
    private final Map<Long, KeptSlot> slots = new HashMap<>();

    /** A sensor that waits for its first model. */
    Life() {
        this(WithoutModel.WAIT);
    }

    private Life(WithoutModel withoutModel) {
        sensor = new Sensor(new AlarmRules(1, 3, Duration.ofDays(1), 2), withoutModel);
    }

    /** One with models, that waits for the first of them. */
    static Life with(Acting... models) {
        return with(WithoutModel.WAIT, models);
    }

    static Life with(WithoutModel withoutModel, Acting... models) {
        Life life = new Life(withoutModel);
        for (Acting model : models) {
            life.models = model.after(life.models);
        }
        return life;
    }

    Outcome accept(long time, double... values) {
        for (Optional<Sensor.Due> due = sensor.due(state, this);
                due.isPresent() && due.get().missedFromMillis() <= time;
                due = sensor.due(state, this)) {
            Outcome.Scored missed = sensor.miss(state, this, this, GivenContext.NONE, due.get());
            keep(missed);
            misses.add(missed);
        }
        Outcome outcome =
                sensor.accept(state, this, this, GivenContext.NONE, suppressor(), time, values);
        if (!(outcome instanceof Outcome.Refused)) {
            readings.put(state.readings - 1, new PastInput(time, values));
        }
        if (outcome instanceof Outcome.Scored scored) {
            keep(scored);
        }
        return outcome;
    }

    private Suppressor suppressor() {
        return new Suppressor(models.suppressions(), NAME);
    }

    private void keep(Outcome.Scored scored) {
        scored.keep().ifPresent(slot -> slots.put(state.keptNext() - 1, slot));
    }

    Outcome.Scored scoredAs(long time, double... values) {
        return (Outcome.Scored) accept(time, values);
    }

    StepResult scored(long time, double... values) {
        return scoredAs(time, values).result();
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

    /** Event time of the earliest slot that may still be revised; the largest if there is none. */
    long earliestOpenMillis() {
        return state.keptFirst() == state.keptNext()
                ? Long.MAX_VALUE
                : slots.get(state.keptFirst()).timeMillis;
    }

    @Override
    public PastInput reading(long number) {
        return readings.get(number);
    }

    @Override
    public KeptSlot slot(long number) {
        return slots.get(number);
    }

    @Override
    public Optional<Model> at(long eventTimeMillis) {
        return models.activeAt(eventTimeMillis);
    }

    @Override
    public Optional<Model> ofVersion(long version) {
        return models.ofVersion(version);
    }
}
