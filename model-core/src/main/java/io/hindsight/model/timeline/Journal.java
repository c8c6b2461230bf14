package io.hindsight.model.timeline;

import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.SensorState;
import java.util.List;
import java.util.Optional;

/**
 * The book-keeping of a sensor's past: snapshots at regular distances, back to which it can be
 * taken, and the end of what no repair and no change of models can ask for any more.
 */
final class Journal {
    /** Slots from one snapshot to the next. */
    static final int SNAPSHOT_EVERY = 16;

    /** Distances between snapshots at most, so that 192 slots can be repaired. */
    static final int MOST_DISTANCES = 12;

    private Journal() {}

    /**
     * A slot has been taken.
     *
     * @return whether it is time to {@link #trim}, and a snapshot was taken if there are any
     */
    static boolean snapshot(Visit visit, Limits limits) {
        Mark here = Mark.of(visit.life.state);
        if (here.number() % SNAPSHOT_EVERY != 0) {
            return false;
        }
        if (limits.repairs()) {
            visit.store.snapshots().put(here.number(), visit.life.state.copy());
            visit.life.marks.add(here);
        }
        return true;
    }

    /** A timeline begins in the middle of a sensor's life: it can be taken back to here. */
    static void begin(Visit visit, Limits limits) {
        if (limits.repairs()) {
            Mark here = Mark.of(visit.life.state);
            visit.store.snapshots().put(here.number(), visit.life.state.copy());
            visit.life.marks.add(here);
        }
    }

    /** Drops what neither a repair nor a change of models can ask for any more. */
    static void trim(Visit visit, Limits limits) {
        if (!limits.repairs()) {
            drop(visit, Mark.of(visit.life.state));
            return;
        }
        List<Mark> marks = visit.life.marks;
        long tooLate = limits.tooLateMillis(visit.watermark);
        int first = Math.max(0, marks.size() - MOST_DISTANCES) - 1;
        while (first + 1 < marks.size() && marks.get(first + 1).lastSlotMillis() <= tooLate) {
            first++;
        }
        if (first >= 0) {
            List<Mark> gone = marks.subList(0, first);
            gone.forEach(mark -> visit.store.snapshots().remove(mark.number()));
            gone.clear();
            drop(visit, marks.get(0));
        }
    }

    /** Drops what is only needed before a mark. */
    private static void drop(Visit visit, Mark base) {
        SensorLife life = visit.life;
        SensorStore store = visit.store;
        for (; life.readingsFrom < base.readings() - Past.READINGS; life.readingsFrom++) {
            store.readings().remove(life.readingsFrom);
        }
        for (; life.missesFrom < base.misses(); life.missesFrom++) {
            store.misses().remove(life.missesFrom);
        }
        for (; life.keptFrom < base.keptFirst(); life.keptFrom++) {
            store.kept().remove(life.keptFrom);
        }
        life.whole = false;
        life.looseEnds.removeIf(
                end -> end.withdrawn() && end.eventTimeMillis() <= base.lastSlotMillis());
    }

    /** The last place before a reading to which the sensor can be taken back. */
    static Optional<SensorState> stateBefore(Visit visit, long eventTimeMillis) {
        List<Mark> marks = visit.life.marks;
        for (int k = marks.size() - 1; k >= 0; k--) {
            if (marks.get(k).nextFromMillis() <= eventTimeMillis) {
                return Optional.of(snapshot(visit, marks.get(k)));
            }
        }
        return visit.life.whole ? Optional.of(new SensorState()) : Optional.empty();
    }

    /** The furthest place to which the sensor can be taken back. */
    static Optional<SensorState> earliestState(Visit visit) {
        if (visit.life.whole) {
            return Optional.of(new SensorState());
        }
        return visit.life.marks.stream().findFirst().map(mark -> snapshot(visit, mark));
    }

    /** A state of its own: on the heap what is kept is the object itself. */
    private static SensorState snapshot(Visit visit, Mark mark) {
        return visit.store.snapshots().get(mark.number()).copy();
    }

    /** Whether the sensor has a reading of a moment. */
    static boolean hasReading(Visit visit, long eventTimeMillis) {
        SensorLife life = visit.life;
        for (long n = life.state.readings() - 1; n >= life.readingsFrom; n--) {
            long time = visit.store.readings().get(n).eventTimeMillis();
            if (time <= eventTimeMillis) {
                return time == eventTimeMillis;
            }
        }
        return false;
    }
}
