package io.hindsight.console.state;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.JobTypes;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.timeline.Entry;
import io.hindsight.model.timeline.HeapStore;
import io.hindsight.model.timeline.KeptAnswer;
import io.hindsight.model.timeline.SensorStore;
import java.util.HashMap;
import java.util.Map;

/** A sensor's past in memory that knows what it would come to in the job's state. */
final class MeasuredStore implements SensorStore {
    private static final Codec<Entry> ENTRY = new JobTypes.JournalEntryCodec();
    private static final Codec<KeptAnswer> GAP_SLOT = new JobTypes.GapSlotCodec();
    private static final Codec<SensorState> STATE = new JobTypes.StateCodec();

    private final HeapStore store = new HeapStore();
    private final Lengths readings = new Lengths();
    private final Lengths misses = new Lengths();
    private final Lengths gapSlots = new Lengths();
    private final Lengths snapshots = new Lengths();

    /** Lengths by number. */
    private static final class Lengths {
        private final Map<Long, Integer> byNumber = new HashMap<>();
        private long bytes;

        void put(long number, int length) {
            remove(number);
            byNumber.put(number, length);
            bytes += length;
        }

        void remove(long number) {
            Integer length = byNumber.remove(number);
            bytes -= length == null ? 0 : length;
        }

        void clear() {
            byNumber.clear();
            bytes = 0;
        }

        Kept kept() {
            return new Kept(byNumber.size(), bytes);
        }
    }

    Kept readings() {
        return readings.kept();
    }

    Kept misses() {
        return misses.kept();
    }

    Kept gapSlots() {
        return gapSlots.kept();
    }

    Kept snapshots() {
        return snapshots.kept();
    }

    @Override
    public Entry readingEntry(long number) {
        return store.readingEntry(number);
    }

    @Override
    public void putReading(long number, Entry entry) {
        store.putReading(number, entry);
        readings.put(number, JobBytes.of(ENTRY, entry));
    }

    @Override
    public void removeReading(long number) {
        store.removeReading(number);
        readings.remove(number);
    }

    @Override
    public Entry missedEntry(long number) {
        return store.missedEntry(number);
    }

    @Override
    public void putMissed(long number, Entry entry) {
        store.putMissed(number, entry);
        misses.put(number, JobBytes.of(ENTRY, entry));
    }

    @Override
    public void removeMissed(long number) {
        store.removeMissed(number);
        misses.remove(number);
    }

    @Override
    public KeptAnswer kept(long number) {
        return store.kept(number);
    }

    @Override
    public void putKept(long number, KeptAnswer answer) {
        store.putKept(number, answer);
        gapSlots.put(number, JobBytes.of(GAP_SLOT, answer));
    }

    @Override
    public void removeKept(long number) {
        store.removeKept(number);
        gapSlots.remove(number);
    }

    @Override
    public SensorState snapshot(long number) {
        return store.snapshot(number);
    }

    @Override
    public void putSnapshot(long number, SensorState state) {
        store.putSnapshot(number, state);
        snapshots.put(number, JobBytes.of(STATE, state));
    }

    @Override
    public void removeSnapshot(long number) {
        store.removeSnapshot(number);
        snapshots.remove(number);
    }

    @Override
    public void clear() {
        store.clear();
        readings.clear();
        misses.clear();
        gapSlots.clear();
        snapshots.clear();
    }
}
