package io.hindsight.model.timeline;

import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.SensorState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sensor goes through its last slots again. What was said of them is remembered, what is found
 * now is gathered, and in the end what differs is said as revisions: changed slots, new ones, and
 * those that are none any more.
 */
final class Repair implements Teller {
    private final Visit visit;
    private final long lastMillis;
    private final List<PastInput> inputs = new ArrayList<>();
    private final Map<Long, Entry> before = new TreeMap<>();
    private final Map<Long, Said> said = new HashMap<>();
    private final Map<Long, Draft> drafts = new TreeMap<>();
    private final EpisodeWords words;

    /** What is to be said of a slot, unless it is kept: then that is asked. */
    private record Draft(Answer answer, Place place) {}

    /** Takes the sensor back to a state that it was in. */
    Repair(Visit visit, SensorState base) {
        this.visit = visit;
        this.words = new EpisodeWords(visit);
        SensorLife life = visit.life;
        this.lastMillis = life.state.lastSlotMillis();
        SensorState now = life.state;
        for (long n = base.readings(); n < now.readings(); n++) {
            Entry entry = visit.store.readings().get(n);
            inputs.add(entry.input());
            remember(entry);
            visit.store.readings().remove(n);
        }
        for (long n = base.misses(); n < now.misses(); n++) {
            remember(visit.store.misses().get(n));
            visit.store.misses().remove(n);
        }
        for (long n = base.keptNext(); n < now.keptNext(); n++) {
            visit.store.kept().remove(n);
        }
        for (long n = Math.max(base.keptFirst(), life.keptFrom); n < base.keptNext(); n++) {
            KeptAnswer kept = visit.store.kept().get(n);
            visit.store.kept().put(n, kept.asOf(base.lastSlotMillis()));
            draft(n, kept.slot().timeMillis);
        }
        long slots = base.readings() + base.misses();
        for (Mark mark : life.marks) {
            if (mark.number() > slots) {
                visit.store.snapshots().remove(mark.number());
            }
        }
        life.marks.removeIf(mark -> mark.number() > slots);
        life.state = base;
    }

    private void remember(Entry entry) {
        before.put(entry.eventTimeMillis(), entry);
        said.put(
                entry.eventTimeMillis(),
                entry.keptNumber() == Entry.NOT_KEPT
                        ? entry.said()
                        : visit.store.kept().get(entry.keptNumber()).said);
    }

    /** The readings to go through, with one that came late in its place. */
    List<PastInput> readings(Optional<PastInput> late) {
        late.ifPresent(inputs::add);
        inputs.sort(Comparator.comparingLong(PastInput::eventTimeMillis));
        return inputs;
    }

    @Override
    public Said told(Visit same, Answer answer, Place place) {
        long time = answer.eventTimeMillis();
        Said last = said.remove(time);
        drafts.put(time, new Draft(answer, place));
        return last == null ? visit.takeLooseEnd(time) : last;
    }

    @Override
    public void corrected(Visit same, long keptNumber, KeptAnswer kept, long waitedMillis) {
        visit.store.kept().put(keptNumber, kept);
        draft(keptNumber, kept.slot().timeMillis);
    }

    private void draft(long keptNumber, long eventTimeMillis) {
        drafts.putIfAbsent(
                eventTimeMillis, new Draft(null, new Place(false, Entry.NOT_KEPT, keptNumber)));
    }

    @Override
    public void changed(Visit same, Entry entry, List<EpisodeChange> changes, long modelVersion) {
        visit.settleAlarm(entry);
        Entry last = before.get(entry.eventTimeMillis());
        boolean isSame = last == null ? changes.isEmpty() : last.changes() == entry.changes();
        words.found(entry.eventTimeMillis(), changes, isSame, modelVersion);
        if (last != null) {
            withdraw(last, entry.opened(), entry.silentSince());
        }
        before.remove(entry.eventTimeMillis());
    }

    private void withdraw(Entry last, boolean opened, long silentSince) {
        long time = last.eventTimeMillis();
        if (last.opened() && !opened) {
            words.withdraw(Episode.Kind.SURPRISE, time, time);
        }
        if (last.silentSince() != Entry.NO_SILENCE && last.silentSince() != silentSince) {
            words.withdraw(Episode.Kind.SILENCE, last.silentSince(), time);
        }
    }

    /**
     * Says what differs.
     *
     * @param open what was last told of the episode of surprise that is open now, if one is
     */
    void finish(Optional<EpisodeChange> open) {
        drafts.forEach(this::say);
        for (Map.Entry<Long, Entry> gone : before.entrySet()) {
            Said last = said.remove(gone.getKey());
            if (last != null) {
                visit.withdraw(gone.getKey(), last, lastMillis - gone.getKey());
                withdraw(gone.getValue(), false, Entry.NO_SILENCE);
            }
            if (gone.getValue().changes() != 0) {
                words.gone(gone.getKey());
            }
        }
        words.finish(open, visit.life.state.modelVersion());
    }

    private void say(long eventTimeMillis, Draft draft) {
        long waited = Math.max(0, lastMillis - eventTimeMillis);
        Place place = draft.place();
        if (place.keptNumber() != Entry.NOT_KEPT) {
            KeptAnswer kept = visit.store.kept().get(place.keptNumber());
            Said first =
                    kept.said.isNothing() ? visit.say(kept.causal, kept.said, waited) : kept.said;
            Said now = visit.say(kept.answer(), first, waited);
            visit.store.kept().put(place.keptNumber(), kept.with(now));
        } else if (place.isReading()) {
            Entry entry = visit.store.readings().get(place.number());
            Said now = visit.say(draft.answer(), entry.said(), waited);
            visit.store.readings().put(place.number(), entry.with(now));
        } else {
            Entry entry = visit.store.misses().get(place.number());
            Said now = visit.say(draft.answer(), entry.said(), waited);
            visit.store.misses().put(place.number(), entry.with(now));
        }
    }
}
