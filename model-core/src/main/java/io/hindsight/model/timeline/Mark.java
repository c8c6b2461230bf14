package io.hindsight.model.timeline;

import io.hindsight.model.sensor.SensorState;

/**
 * A place to which a sensor can be taken back: where its snapshot is, and what of its past belongs
 * to it.
 *
 * @param number of the snapshot: slots so far
 * @param lastSlotMillis event time of the last slot before it
 * @param nextFromMillis event time of the first reading that would come after that slot
 * @param readings number of the next reading
 * @param misses number of the next slot without one
 * @param keptFirst number of the first kept slot that may still be revised
 */
public record Mark(
        long number,
        long lastSlotMillis,
        long nextFromMillis,
        long readings,
        long misses,
        long keptFirst) {
    static Mark of(SensorState state) {
        return new Mark(
                state.readings() + state.misses(),
                state.lastSlotMillis(),
                state.nextFromMillis(),
                state.readings(),
                state.misses(),
                state.keptFirst());
    }
}
