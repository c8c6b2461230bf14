package io.hindsight.trainer.data;

/**
 * How the readings of one sensor came, before they were put on the grid.
 *
 * @param readings rows that were read, also those that were dropped
 * @param duplicates readings that were dropped because their slot had one already
 * @param outOfOrder readings that came after a later one
 * @param offGrid readings that were not due at their slot's time, but near it
 * @param largestOffsetMillis the furthest that a reading was from its slot's time
 */
public record Arrivals(
        long readings, long duplicates, long outOfOrder, long offGrid, long largestOffsetMillis) {

    /** Readings that were all due, each once. */
    static Arrivals regular(long readings) {
        return new Arrivals(readings, 0, 0, 0, 0);
    }
}
