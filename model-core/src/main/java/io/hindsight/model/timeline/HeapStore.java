package io.hindsight.model.timeline;

import io.hindsight.model.sensor.SensorState;
import java.util.HashMap;
import java.util.Map;

/** A sensor's past in memory, for everything that runs outside a cluster. */
public final class HeapStore implements SensorStore {
    private final Map<Long, Entry> readings = new HashMap<>();
    private final Map<Long, Entry> misses = new HashMap<>();
    private final Map<Long, KeptAnswer> kept = new HashMap<>();
    private final Map<Long, SensorState> snapshots = new HashMap<>();

    @Override
    public Entry readingEntry(long number) {
        return readings.get(number);
    }

    @Override
    public void putReading(long number, Entry entry) {
        readings.put(number, entry);
    }

    @Override
    public void removeReading(long number) {
        readings.remove(number);
    }

    @Override
    public Entry missedEntry(long number) {
        return misses.get(number);
    }

    @Override
    public void putMissed(long number, Entry entry) {
        misses.put(number, entry);
    }

    @Override
    public void removeMissed(long number) {
        misses.remove(number);
    }

    @Override
    public KeptAnswer kept(long number) {
        return kept.get(number);
    }

    @Override
    public void putKept(long number, KeptAnswer answer) {
        kept.put(number, answer);
    }

    @Override
    public void removeKept(long number) {
        kept.remove(number);
    }

    @Override
    public SensorState snapshot(long number) {
        return snapshots.get(number).copy();
    }

    @Override
    public void putSnapshot(long number, SensorState state) {
        snapshots.put(number, state.copy());
    }

    @Override
    public void removeSnapshot(long number) {
        snapshots.remove(number);
    }

    @Override
    public void clear() {
        readings.clear();
        misses.clear();
        kept.clear();
        snapshots.clear();
    }

    /** Entries of all parts. */
    public int size() {
        return readings.size() + misses.size() + kept.size() + snapshots.size();
    }
}
