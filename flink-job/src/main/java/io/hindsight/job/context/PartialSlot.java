package io.hindsight.job.context;

import io.hindsight.model.context.SlotContext;

/**
 * What a shard keeps of a slot: which sensors it has counted, and what it has counted since it last
 * handed that on. Of several readings of a sensor in a slot the first counts.
 */
final class PartialSlot {
    private final SensorSet sensors;
    private SlotContext added;

    PartialSlot() {
        this(new SensorSet(), null);
    }

    PartialSlot(SensorSet sensors, SlotContext added) {
        this.sensors = sensors;
        this.added = added;
    }

    /**
     * @param values [predicted or more], NaN is a hole
     */
    void count(int predicted, long sensor, double[] values) {
        if (sensors.add(sensor)) {
            if (added == null) {
                added = new SlotContext(predicted);
            }
            added.add(values);
        }
    }

    SensorSet sensors() {
        return sensors;
    }

    /** Null if nothing was counted since the last {@link #handOn}. */
    SlotContext added() {
        return added;
    }

    /** What was counted since the last time, null if nothing was. */
    SlotContext handOn() {
        SlotContext all = added;
        added = null;
        return all;
    }
}
