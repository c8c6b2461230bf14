package io.hindsight.model.timeline;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

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

    public Timeline(Sensor sensor, Limits limits) {
        this.sensor = sensor;
        this.limits = limits;
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
            missBefore(visit, AtOnce.TELLER, eventTimeMillis);
            forget(visit);
        }
        take(visit, AtOnce.TELLER, new PastInput(eventTimeMillis, values));
        settleGuesses(visit);
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
        miss(visit, AtOnce.TELLER, visit.watermark);
        settleGuesses(visit);
        return true;
    }

    /**
     * Says what will have been missed at a moment that the stream has not reached, because it
     * stands still. Nothing is decided by it: what comes later is taken as if nothing had been
     * said, and corrects it.
     *
     * @param nowMillis event time that it would be if the stream moved
     */
    public void guess(Visit visit, long nowMillis) {
        SensorLife ahead = visit.life.copy();
        Optional<Sensor.Due> due = due(ahead.state, visit);
        while (due.isPresent() && due.get().missedFromMillis() - 1 <= nowMillis) {
            Outcome.Scored missed = miss(ahead.state, visit, due.get());
            long slot = due.get().slotMillis();
            if (visit.life.looseEnds.stream().noneMatch(end -> end.eventTimeMillis() == slot)) {
                Said said = visit.say(missing(missed, ahead.state), Said.NOTHING, 0, 0);
                Entry entry = Entry.of(slot, null, said, Entry.NOT_KEPT, missed.changes());
                missed.changes().forEach(c -> visit.voice.change(c, missed.modelVersion()));
                visit.life.looseEnds.add(new LooseEnd(slot, said, false, entry.silentSince()));
            }
            due = due(ahead.state, visit);
        }
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

    /** Event time from which on all is known that a reading's answer depends on. */
    public long knownFromMillis(Surroundings surroundings, long eventTimeMillis) {
        return sensor.knownFromMillis(
                surroundings.models(), surroundings.context(), eventTimeMillis);
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
        return due(state, visit)
                .map(due -> Math.min(dueMillis(visit, due), forgotten))
                .orElse(forgotten);
    }

    private long dueMillis(Visit visit, Sensor.Due due) {
        long known = knownFromMillis(visit.surroundings, due.slotMillis());
        return Math.max(due.missedFromMillis() - 1, known);
    }

    private Optional<Sensor.Due> due(SensorState state, Visit visit) {
        return sensor.due(state, visit.surroundings.models());
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

    /** Repairs what was said before it was known which models act, or what the context is. */
    private void catchUp(Visit visit) {
        SensorLife life = visit.life;
        Surroundings around = visit.surroundings;
        long from =
                Math.min(
                        around.changedFromMillis(life.lastOrder),
                        around.correctedFromMillis(life.contextCorrections));
        life.lastOrder = around.lastOrder();
        life.contextCorrections = around.contextCorrections();
        if (life.state.readings() > 0 && from <= life.state.lastSlotMillis()) {
            Journal.stateBefore(visit, from)
                    .or(() -> Journal.earliestState(visit))
                    .ifPresent(before -> repair(visit, before, Optional.empty()));
        }
    }

    private void repair(Visit visit, SensorState before, Optional<PastInput> late) {
        Repair repair = new Repair(visit, before);
        for (PastInput input : repair.readings(late)) {
            Optional<Acceptance.Refused> refused =
                    refusal(visit, input.eventTimeMillis(), input.values());
            if (refused.isPresent()) {
                visit.voice.unusable(input.eventTimeMillis(), input.values(), refused.get());
            } else {
                take(visit, repair, input);
            }
        }
        miss(visit, repair, visit.watermark);
        repair.finish();
        Journal.trim(visit, limits);
        settleGuesses(visit);
    }

    private void take(Visit visit, Teller teller, PastInput input) {
        long time = input.eventTimeMillis();
        missBefore(visit, teller, time);
        SensorState state = visit.life.state;
        Outcome outcome =
                sensor.accept(
                        state,
                        visit.store,
                        visit.surroundings.models(),
                        visit.surroundings.context(),
                        time,
                        input.values());
        long number = state.readings() - 1;
        if (outcome instanceof Outcome.Scored scored) {
            Answer answer =
                    new Answer(Answer.Status.SCORED, scored.modelVersion(), scored.result());
            record(visit, teller, answer, scored, Optional.of(input), number);
        } else if (outcome instanceof Outcome.Waiting waiting) {
            Answer answer = Answer.waiting(time, input.values());
            Said said = teller.told(visit, answer, new Teller.Place(true, number, Entry.NOT_KEPT));
            Entry entry = Entry.of(time, input, said, Entry.NOT_KEPT, waiting.changes());
            visit.store.readings().put(number, entry);
            teller.changed(visit, entry, waiting.changes(), answer.modelVersion());
            advance(visit, teller);
        }
    }

    /** Takes the slots that a reading of a moment leaves without one. */
    private void missBefore(Visit visit, Teller teller, long eventTimeMillis) {
        missWhile(visit, teller, due -> due.missedFromMillis() <= eventTimeMillis);
    }

    /** In a repair nothing is dropped that it may still ask for. */
    private void advance(Visit visit, Teller teller) {
        if (Journal.snapshot(visit, limits) && teller == AtOnce.TELLER) {
            Journal.trim(visit, limits);
        }
    }

    /** Takes the slots without a reading that are due by a moment. */
    private void miss(Visit visit, Teller teller, long nowMillis) {
        missWhile(visit, teller, due -> dueMillis(visit, due) <= nowMillis);
    }

    private void missWhile(Visit visit, Teller teller, Predicate<Sensor.Due> isMissed) {
        SensorState state = visit.life.state;
        Optional<Sensor.Due> due = due(state, visit).filter(isMissed);
        while (due.isPresent()) {
            Outcome.Scored scored = miss(state, visit, due.get());
            long number = state.misses() - 1;
            record(visit, teller, missing(scored, state), scored, Optional.empty(), number);
            due = due(state, visit).filter(isMissed);
        }
    }

    private Outcome.Scored miss(SensorState state, Visit visit, Sensor.Due due) {
        return sensor.miss(
                state, visit.store, visit.surroundings.models(), visit.surroundings.context(), due);
    }

    private static Answer missing(Outcome.Scored scored, SensorState state) {
        boolean lost = state.missed() == Sensor.MOST_MISSED_SLOTS;
        return new Answer(
                lost ? Answer.Status.LOST : Answer.Status.MISSING,
                scored.modelVersion(),
                scored.result());
    }

    private void record(
            Visit visit,
            Teller teller,
            Answer answer,
            Outcome.Scored scored,
            Optional<PastInput> input,
            long number) {
        SensorState state = visit.life.state;
        long time = answer.eventTimeMillis();
        long kept = scored.keep().isPresent() ? state.keptNext() - 1 : Entry.NOT_KEPT;
        Said said = teller.told(visit, answer, new Teller.Place(input.isPresent(), number, kept));
        scored.keep()
                .ifPresent(
                        slot -> visit.store.kept().put(kept, new KeptAnswer(slot, answer, said)));
        Entry entry = Entry.of(time, input.orElse(null), said, kept, scored.changes());
        if (input.isPresent()) {
            visit.store.readings().put(number, entry);
        } else {
            visit.store.misses().put(number, entry);
        }
        teller.changed(visit, entry, scored.changes(), scored.modelVersion());
        correct(visit, teller, scored.revisions());
        advance(visit, teller);
    }

    private static void correct(Visit visit, Teller teller, List<Revision> revisions) {
        Map<Long, List<Revision>> byNumber = new TreeMap<>();
        for (Revision revision : revisions) {
            byNumber.computeIfAbsent(revision.number(), n -> new ArrayList<>()).add(revision);
        }
        byNumber.forEach(
                (number, ofSlot) ->
                        teller.corrected(
                                visit,
                                number,
                                visit.store.kept().get(number).with(ofSlot),
                                ofSlot.get(0).waitedMillis()));
    }

    /** Withdraws guesses about moments that have passed without becoming slots. */
    private static void settleGuesses(Visit visit) {
        long last = visit.life.state.lastSlotMillis();
        for (LooseEnd end : List.copyOf(visit.life.looseEnds)) {
            if (!end.withdrawn() && end.eventTimeMillis() <= last) {
                visit.life.looseEnds.remove(end);
                visit.withdraw(end.eventTimeMillis(), end.said(), last - end.eventTimeMillis());
                if (end.silentSince() != Entry.NO_SILENCE) {
                    visit.withdrawEpisode(
                            EpisodeChange.Kind.SILENCE, end.silentSince(), end.eventTimeMillis());
                }
            }
        }
    }

    private static void forget(Visit visit) {
        visit.store.clear();
        SensorLife life = visit.life;
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
