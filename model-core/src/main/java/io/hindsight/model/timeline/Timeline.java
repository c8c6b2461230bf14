package io.hindsight.model.timeline;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.suppress.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a sensor's slots in order. A reading that is after all slots is taken at once, when the
 * slots that were due before it have been missed. One that is behind them is a duplicate, or late:
 * the sensor is taken back to a snapshot before it, goes through its readings again with the late
 * one in its place, and says what has changed. So the highest revision of each slot is what
 * readings in perfect order would have given, value by value.
 *
 * <p>Everything is decided by event time; the caller brings readings in whatever order it has them,
 * and the watermark as it moves.
 */
public final class Timeline {
    private final Sensor sensor;
    private final Limits limits;
    private final Dues dues;
    private final Guesses guesses;

    public Timeline(Sensor sensor, Limits limits) {
        this.sensor = sensor;
        this.limits = limits;
        this.dues = new Dues(sensor);
        this.guesses = new Guesses(dues);
    }

    /**
     * Takes a reading.
     *
     * @param values in the channels' own units, NaN is a hole, else finite; kept, not copied
     */
    public Acceptance accept(Visit visit, long eventTimeMillis, double[] values) {
        catchUp(visit);
        Optional<Acceptance.Refused> refused = refusal(visit, eventTimeMillis, values);
        SensorState state = visit.life.state;
        if (eventTimeMillis <= state.lastSlotMillis()
                && Journal.hasReading(visit, eventTimeMillis)) {
            return new Acceptance.Duplicate();
        }
        if (refused.isPresent()) {
            return refused.get();
        }
        if (eventTimeMillis <= limits.tooLateMillis(visit.watermark)) {
            return tooLate(
                    "must be at most %s behind the watermark, %s"
                            .formatted(
                                    Duration.ofMillis(limits.repairMillis()),
                                    Instant.ofEpochMilli(visit.watermark)),
                    eventTimeMillis);
        }
        if (eventTimeMillis < state.nextFromMillis()) {
            return insert(visit, new PastInput(eventTimeMillis, values));
        }
        if (state.readings() > 0
                && eventTimeMillis >= limits.forgottenFrom(state.lastReadingMillis())) {
            walk(visit, AtOnce.TELLER).missBefore(eventTimeMillis);
            forget(visit);
        }
        walk(visit, AtOnce.TELLER).take(new PastInput(eventTimeMillis, values));
        Guesses.settle(visit);
        return new Acceptance.Taken();
    }

    /**
     * Says what is due by the watermark and has not come.
     *
     * @return whether the sensor is still there; one that was silent for too long is forgotten
     */
    public boolean fill(Visit visit) {
        catchUp(visit);
        SensorState state = visit.life.state;
        if (state.readings() == 0
                || visit.watermark >= limits.forgottenFrom(state.lastReadingMillis())) {
            forget(visit);
            return false;
        }
        walk(visit, AtOnce.TELLER).missUntil(visit.watermark);
        Guesses.settle(visit);
        return true;
    }

    /**
     * Begins a timeline of its own for another role, where one stands: with the readings that a
     * model is led through before it takes over, and nothing said.
     *
     * @param visit of a new life
     */
    public void join(Visit visit, Visit where) {
        SensorState state = where.life.state;
        visit.life.state = state.withoutMemory();
        visit.life.whole = false;
        visit.life.readingsFrom =
                Math.max(where.life.readingsFrom, state.readings() - Past.READINGS);
        visit.life.missesFrom = state.misses();
        visit.life.lastOrder = visit.surroundings.lastOrder();
        visit.life.lastSuppression = visit.surroundings.suppressor().ofGroup().lastVersion();
        Journal.begin(visit, limits);
        for (long n = visit.life.readingsFrom; n < state.readings(); n++) {
            PastInput input = where.store.reading(n);
            visit.store
                    .readings()
                    .put(
                            n,
                            Entry.of(
                                    input.eventTimeMillis(),
                                    input,
                                    Said.NOTHING,
                                    Entry.NOT_KEPT,
                                    List.of()));
        }
    }

    /** What is said of slots that are due while the stream stands still. */
    public Guesses guesses() {
        return guesses;
    }

    /** Event time of the earliest slot that may still be revised; the largest if there is none. */
    public long earliestOpenMillis(Visit visit) {
        SensorState state = visit.life.state;
        return state.keptFirst() == state.keptNext()
                ? Long.MAX_VALUE
                : visit.store.slot(state.keptFirst()).timeMillis;
    }

    /** Event time at which {@link #fill} has something to do next. */
    public long wakeMillis(Visit visit) {
        SensorState state = visit.life.state;
        long forgotten = limits.forgetTimerMillis(state.lastReadingMillis());
        return dues.next(visit, state)
                .map(due -> Math.min(dues.knownMissedMillis(visit, due), forgotten))
                .orElse(forgotten);
    }

    private Optional<Acceptance.Refused> refusal(Visit visit, long time, double[] values) {
        return sensor.refusal(
                        visit.surroundings.models(), visit.surroundings.context(), time, values)
                .map(Timeline::refused);
    }

    private static Acceptance.Refused refused(Outcome.Refused refused) {
        return new Acceptance.Refused(
                Acceptance.Reason.CHANNEL_COUNT,
                "values",
                "must have one value for each of the model's " + refused.wanted() + " channels",
                Integer.toString(refused.channels()));
    }

    private Acceptance insert(Visit visit, PastInput late) {
        long time = late.eventTimeMillis();
        Optional<SensorState> before = Journal.stateBefore(visit, time);
        if (before.isEmpty()) {
            return tooLate(
                    "must be among the sensor's last slots, of which there are snapshots since "
                            + visit.life.marks.stream()
                                    .findFirst()
                                    .map(mark -> Instant.ofEpochMilli(mark.lastSlotMillis()))
                                    .map(Instant::toString)
                                    .orElse("never"),
                    time);
        }
        repair(visit, before.get(), Optional.of(late));
        return new Acceptance.Repaired();
    }

    private static Acceptance.Refused tooLate(String rule, long time) {
        return new Acceptance.Refused(
                Acceptance.Reason.LATE,
                "eventTimeMillis",
                rule,
                Instant.ofEpochMilli(time).toString());
    }

    /**
     * Repairs what was said before it was known which models act, what the context is, or what is
     * ignored.
     */
    private void catchUp(Visit visit) {
        SensorLife life = visit.life;
        Surroundings around = visit.surroundings;
        Suppressions suppressions = around.suppressor().ofGroup();
        long from =
                Math.min(
                        Math.min(
                                around.changedFromMillis(life.lastOrder),
                                suppressions.changedFrom(life.lastSuppression)),
                        around.correctedFromMillis(life.contextCorrections));
        life.lastOrder = around.lastOrder();
        life.lastSuppression = suppressions.lastVersion();
        life.contextCorrections = Math.max(life.contextCorrections, around.contextCorrections());
        if (life.state.readings() > 0 && from <= life.state.lastSlotMillis()) {
            Journal.stateBefore(visit, from)
                    .or(() -> Journal.earliestState(visit))
                    .ifPresent(before -> repair(visit, before, Optional.empty()));
        }
    }

    private void repair(Visit visit, SensorState before, Optional<PastInput> late) {
        Repair repair = new Repair(visit, before);
        Walk walk = walk(visit, repair);
        for (PastInput input : repair.readings(late)) {
            Optional<Acceptance.Refused> refused =
                    refusal(visit, input.eventTimeMillis(), input.values());
            if (refused.isPresent()) {
                visit.voice.unusable(input.eventTimeMillis(), input.values(), refused.get());
            } else {
                walk.take(input);
            }
        }
        walk.missUntil(visit.watermark);
        repair.finish(sensor.told(visit.life.state, visit.surroundings.models()));
        Journal.trim(visit, limits);
        Guesses.settle(visit);
    }

    private Walk walk(Visit visit, Teller teller) {
        return new Walk(sensor, dues, limits, visit, teller);
    }

    private void forget(Visit visit) {
        SensorLife life = visit.life;
        sensor.forgotten(life.state, visit.surroundings.models())
                .forEach(change -> visit.voice.change(change, life.state.modelVersion()));
        Guesses.withdraw(visit);
        visit.store.clear();
        SensorLife fresh = new SensorLife();
        life.state = fresh.state;
        life.whole = true;
        life.readingsFrom = 0;
        life.missesFrom = 0;
        life.keptFrom = 0;
        life.marks = fresh.marks;
        life.looseEnds = fresh.looseEnds;
    }
}
