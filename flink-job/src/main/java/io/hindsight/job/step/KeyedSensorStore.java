package io.hindsight.job.step;

import io.hindsight.job.state.JobTypes;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.model.timeline.Entry;
import io.hindsight.model.timeline.KeptAnswer;
import io.hindsight.model.timeline.SensorStore;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The current key's past in Flink's state: an entry for each number of each part. */
final class KeyedSensorStore implements SensorStore {
    private final MapState<Long, Entry> readings;
    private final MapState<Long, Entry> misses;
    private final MapState<Long, KeptAnswer> kept;
    private final MapState<Long, SensorState> snapshots;

    /**
     * @param prefix of the states' names
     */
    KeyedSensorStore(RuntimeContext context, String prefix) {
        readings = map(context, prefix + "readings", JobTypes.ENTRY);
        misses = map(context, prefix + "misses", JobTypes.ENTRY);
        kept = map(context, prefix + "gap-slots", JobTypes.KEPT_ANSWER);
        snapshots = map(context, prefix + "snapshots", JobTypes.SENSOR_STATE);
    }

    private static <T> MapState<Long, T> map(
            RuntimeContext context, String name, TypeInformation<T> type) {
        return context.getMapState(new MapStateDescriptor<>(name, Types.LONG, type));
    }

    @Override
    public Entry readingEntry(long number) {
        return get(readings, number);
    }

    @Override
    public void putReading(long number, Entry entry) {
        put(readings, number, entry);
    }

    @Override
    public void removeReading(long number) {
        remove(readings, number);
    }

    @Override
    public Entry missedEntry(long number) {
        return get(misses, number);
    }

    @Override
    public void putMissed(long number, Entry entry) {
        put(misses, number, entry);
    }

    @Override
    public void removeMissed(long number) {
        remove(misses, number);
    }

    @Override
    public KeptAnswer kept(long number) {
        return get(kept, number);
    }

    @Override
    public void putKept(long number, KeptAnswer answer) {
        put(kept, number, answer);
    }

    @Override
    public void removeKept(long number) {
        remove(kept, number);
    }

    /** On the heap what is kept is the object itself. */
    @Override
    public SensorState snapshot(long number) {
        return get(snapshots, number).copy();
    }

    @Override
    public void putSnapshot(long number, SensorState state) {
        put(snapshots, number, state.copy());
    }

    @Override
    public void removeSnapshot(long number) {
        remove(snapshots, number);
    }

    @Override
    public void clear() {
        readings.clear();
        misses.clear();
        kept.clear();
        snapshots.clear();
    }

    private static <T> T get(MapState<Long, T> part, long number) {
        try {
            return part.get(number);
        } catch (Exception e) {
            throw new IllegalStateException("reading a sensor's past", e);
        }
    }

    private static <T> void put(MapState<Long, T> part, long number, T value) {
        try {
            part.put(number, value);
        } catch (Exception e) {
            throw new IllegalStateException("writing a sensor's past", e);
        }
    }

    private static <T> void remove(MapState<Long, T> part, long number) {
        try {
            part.remove(number);
        } catch (Exception e) {
            throw new IllegalStateException("writing a sensor's past", e);
        }
    }
}
