package io.hindsight.model.timeline;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said of slots whose readings are overdue while the stream stands still. Nothing is
 * decided by it: what comes later is taken as if nothing had been said, and corrects it.
 */
public final class Guesses {
    private final Dues dues;

    Guesses(Dues dues) {
        this.dues = dues;
    }

    /**
     * Says what will have been missed at a moment that the stream has not reached.
     *
     * @param nowMillis event time that it would be if the stream moved
     * @return whether anything was said
     */
    public boolean say(Visit visit, long nowMillis) {
        if (!isAnyDue(visit, nowMillis)) {
            return false;
        }
        Set<Long> said = said(visit);
        SensorState ahead = visit.life.state.ahead();
        Optional<Sensor.Due> due = dues.next(visit, ahead);
        while (due.isPresent() && isOver(due.get(), nowMillis)) {
            Outcome.Scored missed = dues.miss(visit, ahead, due.get());
            if (!said.contains(due.get().slotMillis())) {
                say(visit, missed, ahead);
            }
            due = dues.next(visit, ahead);
        }
        return true;
    }

    /** Whether a slot is over of which nothing has been said yet. */
    public boolean isAnyDue(Visit visit, long nowMillis) {
        Set<Long> said = said(visit);
        Optional<Sensor.Due> due = dues.next(visit, visit.life.state);
        int missed = visit.life.state.missed();
        while (due.isPresent() && said.contains(due.get().slotMillis())) {
            due = due.map(Sensor.Due::following);
            missed++;
        }
        return due.isPresent() && isOver(due.get(), nowMillis) && missed < Sensor.MOST_MISSED_SLOTS;
    }

    private static boolean isOver(Sensor.Due due, long nowMillis) {
        return due.missedFromMillis() - 1 <= nowMillis;
    }

    /** Moments of which something was said already. */
    private static Set<Long> said(Visit visit) {
        return visit.life.looseEnds.stream()
                .map(LooseEnd::eventTimeMillis)
                .collect(Collectors.toSet());
    }

    private static void say(Visit visit, Outcome.Scored missed, SensorState ahead) {
        Answer answer = Dues.answer(missed, ahead);
        Said said = visit.say(answer, Said.NOTHING, 0);
        long slot = answer.eventTimeMillis();
        Entry entry = Entry.of(slot, null, said, Entry.NOT_KEPT, missed.changes());
        missed.changes().forEach(change -> visit.voice.change(change, missed.modelVersion()));
        visit.life.looseEnds.add(new LooseEnd(slot, said, false, entry.silentSince()));
    }

    /** Withdraws those about moments that have passed without becoming slots. */
    static void settle(Visit visit) {
        withdraw(visit, visit.life.state.lastSlotMillis());
    }

    /** Withdraws all of them. */
    static void withdraw(Visit visit) {
        withdraw(visit, Long.MAX_VALUE);
    }

    private static void withdraw(Visit visit, long untilMillis) {
        long last = visit.life.state.lastSlotMillis();
        for (LooseEnd end : List.copyOf(visit.life.looseEnds)) {
            if (!end.withdrawn() && end.eventTimeMillis() <= untilMillis) {
                visit.life.looseEnds.remove(end);
                long waited = Math.max(0, last - end.eventTimeMillis());
                visit.withdraw(end.eventTimeMillis(), end.said(), waited);
                if (end.silentSince() != Entry.NO_SILENCE) {
                    visit.withdrawEpisode(
                            Episode.Kind.SILENCE, end.silentSince(), end.eventTimeMillis());
                }
            }
        }
    }
}
