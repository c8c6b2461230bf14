package io.hindsight.trainer.judge;

import java.time.Duration;

/**
 * The time that is judged, cut into units, several of which in a row are a block. Errors close in
 * time go together, so what is resampled is blocks: a week, or a twentieth of the time if that is
 * less. A block is about seven units, so that those of a week begin on any day.
 */
final class TimeBlocks {
    private static final long LONGEST_MILLIS = Duration.ofDays(7).toMillis();
    private static final int LEAST_BLOCKS = 20;
    private static final int UNITS_PER_BLOCK = 7;

    private final long firstMillis;
    private final long unitMillis;
    private final int unitsPerBlock;
    private final int units;

    /**
     * @param firstMillis the first time that is judged
     * @param lastMillis the last one
     * @param intervalMillis the time from slot to slot, the usual one
     */
    TimeBlocks(long firstMillis, long lastMillis, long intervalMillis) {
        long slots = (lastMillis - firstMillis) / intervalMillis + 1;
        long blockSlots =
                Math.max(1, Math.min(LONGEST_MILLIS / intervalMillis, slots / LEAST_BLOCKS));
        long unitSlots = Math.max(1, blockSlots / UNITS_PER_BLOCK);
        this.firstMillis = firstMillis;
        this.unitMillis = unitSlots * intervalMillis;
        this.unitsPerBlock = Math.toIntExact(blockSlots / unitSlots);
        this.units = Math.toIntExact((slots + unitSlots - 1) / unitSlots);
    }

    int unitOf(long timeMillis) {
        return Math.toIntExact((timeMillis - firstMillis) / unitMillis);
    }

    int units() {
        return units;
    }

    int unitsPerBlock() {
        return unitsPerBlock;
    }

    /** How many blocks in a row fill the time, the last one perhaps in part. */
    int count() {
        return (units + unitsPerBlock - 1) / unitsPerBlock;
    }

    long blockMillis() {
        return unitMillis * unitsPerBlock;
    }
}
