package io.hindsight.trainer.data;

import java.util.Arrays;

/** When the slots of a series are: on a grid, or at times of their own. */
sealed interface SlotTimes {

    /** Goes on behind the last slot. */
    long timeMillis(int slot);

    /** The slot that is at this time or the first one after it; may lie outside the series. */
    long slotAt(long timeMillis);

    /** The slot that a reading of this time belongs to; may lie outside, as one that is not. */
    long slotOf(long timeMillis);

    /**
     * Where a slot lies between others, in a unit of the series' own: its number on a grid, else
     * its time.
     */
    long place(int slot);

    /** A regular sensor's; a time between two slots belongs to the nearest one. */
    record OnGrid(long startMillis, long intervalMillis) implements SlotTimes {
        @Override
        public long timeMillis(int slot) {
            return startMillis + slot * intervalMillis;
        }

        @Override
        public long slotAt(long timeMillis) {
            return -Math.floorDiv(startMillis - timeMillis, intervalMillis);
        }

        @Override
        public long slotOf(long timeMillis) {
            return SensorSeries.nearestSlot(timeMillis, startMillis, intervalMillis);
        }

        @Override
        public long place(int slot) {
            return slot;
        }
    }

    /** An irregular sensor's: each slot is a reading. */
    final class Own implements SlotTimes {
        private final long[] times;
        private final long paceMillis;

        /**
         * @param times each after the one before; not copied
         * @param paceMillis by which they go on behind the last one
         */
        Own(long[] times, long paceMillis) {
            for (int t = 1; t < times.length; t++) {
                if (times[t] <= times[t - 1]) {
                    throw new IllegalArgumentException(
                            "times must each be after the one before: %d after %d"
                                    .formatted(times[t], times[t - 1]));
                }
            }
            this.times = times;
            this.paceMillis = paceMillis;
        }

        @Override
        public long timeMillis(int slot) {
            int last = times.length - 1;
            return slot <= last ? times[slot] : times[last] + (slot - last) * paceMillis;
        }

        @Override
        public long slotAt(long timeMillis) {
            int found = Arrays.binarySearch(times, timeMillis);
            return found >= 0 ? found : -found - 1;
        }

        @Override
        public long slotOf(long timeMillis) {
            return Math.max(-1, Arrays.binarySearch(times, timeMillis));
        }

        @Override
        public long place(int slot) {
            return timeMillis(slot);
        }
    }
}
