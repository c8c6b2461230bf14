package io.hindsight.model.timeline;

import io.hindsight.model.sensor.SensorState;
import java.util.ArrayList;
import java.util.List;

/**
 * The one value of a sensor that each slot reads and writes: the state that the step needs, which a
 * repair takes back, and the book-keeping of the timeline, which it does not.
 */
public final class SensorLife {
    SensorState state = new SensorState();

    /** Highest order of models that what was said knows of. */
    int lastOrder;

    /** Highest version of what is ignored that what was said knows of. */
    int lastSuppression;

    /** Corrections of the group's context that what was said knows of. */
    long contextCorrections;

    /** Whether all slots since the first are still in the journal. */
    boolean whole = true;

    long readingsFrom;
    long missesFrom;
    long keptFrom;

    /** Event time of the timer that is set for the sensor, {@link Long#MAX_VALUE} for none. */
    long wakeMillis = Long.MAX_VALUE;

    /** Where it can be taken back to, oldest first. */
    List<Mark> marks = new ArrayList<>();

    List<LooseEnd> looseEnds = new ArrayList<>();

    public SensorState state() {
        return state;
    }

    public long wakeMillis() {
        return wakeMillis;
    }

    public void setWakeMillis(long eventTimeMillis) {
        wakeMillis = eventTimeMillis;
    }

    /** A life that shares nothing with this one. */
    public SensorLife copy() {
        SensorLife copy = new SensorLife();
        copy.state = state.copy();
        copy.lastOrder = lastOrder;
        copy.lastSuppression = lastSuppression;
        copy.contextCorrections = contextCorrections;
        copy.whole = whole;
        copy.readingsFrom = readingsFrom;
        copy.missesFrom = missesFrom;
        copy.keptFrom = keptFrom;
        copy.wakeMillis = wakeMillis;
        copy.marks = new ArrayList<>(marks);
        copy.looseEnds = new ArrayList<>(looseEnds);
        return copy;
    }
}
