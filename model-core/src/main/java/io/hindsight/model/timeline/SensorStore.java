package io.hindsight.model.timeline;

import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.SensorState;

/**
 * Where a sensor's past is kept, part by part, each under running numbers: written once and read
 * seldom. The {@link SensorLife} is handed over by the caller, since every slot needs it.
 */
public interface SensorStore extends Past {

    /** The slot of a reading. */
    Entry readingEntry(long number);

    void putReading(long number, Entry entry);

    void removeReading(long number);

    /** A slot without a reading. */
    Entry missedEntry(long number);

    void putMissed(long number, Entry entry);

    void removeMissed(long number);

    /** A slot that is kept because of a gap. */
    KeptAnswer kept(long number);

    void putKept(long number, KeptAnswer kept);

    void removeKept(long number);

    /** A snapshot; a copy of its own, or one that nobody changes. */
    SensorState snapshot(long number);

    /** Keeps a snapshot; the state goes on to change. */
    void putSnapshot(long number, SensorState state);

    void removeSnapshot(long number);

    /** Forgets all of it. */
    void clear();

    @Override
    default PastInput reading(long number) {
        return readingEntry(number).input();
    }

    @Override
    default KeptSlot slot(long number) {
        return kept(number).slot();
    }
}
