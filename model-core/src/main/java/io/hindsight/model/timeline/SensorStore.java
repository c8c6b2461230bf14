package io.hindsight.model.timeline;

import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.Past;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.SensorState;

/**
 * Where a sensor's past is kept, part by part. The {@link SensorLife} is handed over by the caller,
 * since every slot needs it.
 *
 * @param readings the slots of readings
 * @param misses the slots without one
 * @param kept the slots that are kept because of a gap
 * @param snapshots states to which the sensor can be taken back; not to be changed
 */
public record SensorStore(
        Numbered<Entry> readings,
        Numbered<Entry> misses,
        Numbered<KeptAnswer> kept,
        Numbered<SensorState> snapshots)
        implements Past {

    /** In memory. */
    public static SensorStore onHeap() {
        return new SensorStore(
                new HeapNumbered<>(),
                new HeapNumbered<>(),
                new HeapNumbered<>(),
                new HeapNumbered<>());
    }

    /** Forgets all of it. */
    public void clear() {
        readings.clear();
        misses.clear();
        kept.clear();
        snapshots.clear();
    }

    @Override
    public PastInput reading(long number) {
        Entry entry = readings.get(number);
        return entry == null ? null : entry.input();
    }

    @Override
    public KeptSlot slot(long number) {
        return kept.get(number).slot();
    }
}
