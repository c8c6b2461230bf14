package io.hindsight.model.timeline;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A sensor goes from slot to slot: each is taken, told, and put into the journal, with what it
 * corrects of those before it.
 */
final class Walk {
    private final Sensor sensor;
    private final Dues dues;
    private final Limits limits;
    private final Visit visit;
    private final Teller teller;

    Walk(Sensor sensor, Dues dues, Limits limits, Visit visit, Teller teller) {
        this.sensor = sensor;
        this.dues = dues;
        this.limits = limits;
        this.visit = visit;
        this.teller = teller;
    }

    /** Takes the slots that are due before a reading, and then the reading. */
    void take(PastInput input) {
        long time = input.eventTimeMillis();
        missBefore(time);
        SensorState state = visit.life.state;
        Outcome outcome =
                sensor.accept(
                        state,
                        visit.store,
                        visit.surroundings.models(),
                        visit.surroundings.context(),
                        visit.surroundings.suppressor(),
                        time,
                        input.values());
        long number = state.readings() - 1;
        if (outcome instanceof Outcome.Scored scored) {
            Answer answer =
                    new Answer(Answer.Status.SCORED, scored.modelVersion(), scored.result());
            record(answer, scored, Optional.of(input), number);
        } else if (outcome instanceof Outcome.Waiting waiting) {
            record(Answer.waiting(time, input.values()), waiting, input, number);
        }
    }

    /** Takes the slots that a reading of a moment leaves without one. */
    void missBefore(long eventTimeMillis) {
        missWhile(due -> due.missedFromMillis() <= eventTimeMillis);
    }

    /** Takes the slots of which it is known by a moment that they have no reading. */
    void missUntil(long nowMillis) {
        missWhile(due -> dues.knownMissedMillis(visit, due) <= nowMillis);
    }

    private void missWhile(Predicate<Sensor.Due> isMissed) {
        SensorState state = visit.life.state;
        Optional<Sensor.Due> due = dues.next(visit, state).filter(isMissed);
        while (due.isPresent()) {
            Outcome.Scored missed = dues.miss(visit, state, due.get());
            record(Dues.answer(missed, state), missed, Optional.empty(), state.misses() - 1);
            due = dues.next(visit, state).filter(isMissed);
        }
    }

    private void record(Answer answer, Outcome.Waiting waiting, PastInput input, long number) {
        Said said = teller.told(visit, answer, new Teller.Place(true, number, Entry.NOT_KEPT));
        Entry entry =
                Entry.of(answer.eventTimeMillis(), input, said, Entry.NOT_KEPT, waiting.changes());
        visit.store.readings().put(number, entry);
        teller.changed(visit, entry, waiting.changes(), answer.modelVersion());
        advance();
    }

    private void record(
            Answer answer, Outcome.Scored scored, Optional<PastInput> input, long number) {
        SensorState state = visit.life.state;
        long kept = scored.keep().isPresent() ? state.keptNext() - 1 : Entry.NOT_KEPT;
        Said said = teller.told(visit, answer, new Teller.Place(input.isPresent(), number, kept));
        scored.keep()
                .ifPresent(
                        slot -> visit.store.kept().put(kept, new KeptAnswer(slot, answer, said)));
        Entry entry =
                Entry.of(
                        answer.eventTimeMillis(), input.orElse(null), said, kept, scored.changes());
        if (input.isPresent()) {
            visit.store.readings().put(number, entry);
        } else {
            visit.store.misses().put(number, entry);
        }
        teller.changed(visit, entry, scored.changes(), scored.modelVersion());
        correct(scored.revisions());
        advance();
    }

    private void correct(List<Revision> revisions) {
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

    /** In a repair nothing is dropped that it may still ask for. */
    private void advance() {
        if (Journal.snapshot(visit, limits) && teller == AtOnce.TELLER) {
            Journal.trim(visit, limits);
        }
    }
}
