package io.hindsight.job.context;

import java.util.Arrays;

/** Sensors by {@link Shards#sensor}, eight bytes each. */
final class SensorSet {
    private static final int LEAST_ROOM = 4;

    private long[] sorted;
    private int size;

    SensorSet() {
        this(new long[0], 0);
    }

    private SensorSet(long[] sorted, int size) {
        this.sorted = sorted;
        this.size = size;
    }

    /** A set of these, which must be sorted; kept, not copied. */
    static SensorSet of(long[] sorted) {
        return new SensorSet(sorted, sorted.length);
    }

    /** Whether the sensor was not in it. */
    boolean add(long sensor) {
        int found = Arrays.binarySearch(sorted, 0, size, sensor);
        if (found >= 0) {
            return false;
        }
        int at = -found - 1;
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, Math.max(LEAST_ROOM, 2 * size));
        }
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = sensor;
        size++;
        return true;
    }

    /** All of them, sorted. */
    long[] toArray() {
        return Arrays.copyOf(sorted, size);
    }
}
