package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.score.Watch;

/**
 * All that the step needs of one sensor at each slot: the live object. {@link SensorStateCodec} is
 * its way to bytes; {@link Sensor}, with {@link TakeOver}, is the only one that changes it.
 */
public final class SensorState {
    /** Event time of the last accepted reading; {@link Long#MIN_VALUE} before the first. */
    long lastReadingMillis = Long.MIN_VALUE;

    /** Event time of the last slot, with a reading or without; as above. */
    long lastSlotMillis = Long.MIN_VALUE;

    /** Event time of the first reading that would come after the last slot, not into it. */
    long nextFromMillis = Long.MIN_VALUE;

    /** Slots without a reading since the last reading. */
    int missed;

    /** When the first of them was due. */
    long firstMissedMillis;

    /** Readings accepted so far, the number of the next one. */
    long readings;

    /** Slots without a reading so far, the number of the next one. */
    long misses;

    /** Version of the model whose memory this is, 0 for none. */
    long modelVersion;

    /** The model's memory, null while there is no model. */
    ModelMemory memory;

    /** What its scores remember, null before the first one. */
    Watch watch;

    /** What is known of it while no model acts, null where one does or nothing is said. */
    GenericMemory generic;

    /** What is open of the sensor's gaps, null where the model revises nothing. */
    GapCounts gaps;

    /** Number of the next kept slot, where there are no gaps that know it. */
    long keptNext;

    /** The sensor's own interval, null where the model knows no such thing. */
    OwnInterval interval;

    /** The open episode, if any. */
    EpisodeState episode = new EpisodeState();

    public long lastReadingMillis() {
        return lastReadingMillis;
    }

    public long lastSlotMillis() {
        return lastSlotMillis;
    }

    /** Event time of the first reading that would come after the last slot, not into it. */
    public long nextFromMillis() {
        return nextFromMillis;
    }

    public int missed() {
        return missed;
    }

    public long readings() {
        return readings;
    }

    public long misses() {
        return misses;
    }

    public long modelVersion() {
        return modelVersion;
    }

    /** Number of the next slot that is kept because of an open gap. */
    public long keptNext() {
        return gaps == null ? keptNext : gaps.next();
    }

    /** Number of the first kept slot that may still be revised. */
    public long keptFirst() {
        return gaps == null ? keptNext : gaps.first();
    }

    /** From slot to slot under a model, 0 of irregular sensors: its own where the model says so. */
    long intervalMillis(Model model) {
        long ofAll = model.step().spec().intervalMillis();
        return interval == null || !model.bundle().hasOwnInterval()
                ? ofAll
                : interval.millis(ofAll);
    }

    /** Where the sensor stands, without anything that a model remembers of it. */
    public SensorState withoutMemory() {
        SensorState bare = new SensorState();
        bare.lastReadingMillis = lastReadingMillis;
        bare.lastSlotMillis = lastSlotMillis;
        bare.nextFromMillis = nextFromMillis;
        bare.missed = missed;
        bare.firstMissedMillis = firstMissedMillis;
        bare.readings = readings;
        bare.misses = misses;
        bare.interval = interval == null ? null : interval.copy();
        return bare;
    }

    /** A copy to look ahead with, which keeps no slots and looks back on none. */
    public SensorState ahead() {
        SensorState ahead = copy();
        ahead.leaveGaps();
        return ahead;
    }

    /** Leaves the gaps that are open: they are not revised. */
    void leaveGaps() {
        keptNext = keptNext();
        gaps = null;
    }

    /** The same, and counts those to come where a step looks back. */
    void leaveGaps(SensorStep step) {
        leaveGaps();
        gaps = step.looksBack() ? step.newCounts(keptNext) : null;
    }

    /** A state that shares nothing with this one. */
    public SensorState copy() {
        SensorState copy = withoutMemory();
        copy.modelVersion = modelVersion;
        copy.memory = memory == null ? null : memory.copy();
        copy.watch = watch == null ? null : watch.copy();
        copy.generic = generic == null ? null : generic.copy();
        copy.gaps = gaps == null ? null : gaps.copy();
        copy.keptNext = keptNext;
        copy.episode = episode.copy();
        return copy;
    }
}
