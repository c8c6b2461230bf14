package io.hindsight.benchmarks.detect;

import java.util.Optional;

/**
 * A labelled stretch of time.
 *
 * @param firstMillis included
 * @param lastMillis included
 */
record TimeWindow(long firstMillis, long lastMillis) {
    /** The rows in it, from the first one to the last one; empty if there is none. */
    Optional<RowWindow> rows(long[] epochMillis) {
        int begin = 0;
        while (begin < epochMillis.length && epochMillis[begin] < firstMillis) {
            begin++;
        }
        int end = epochMillis.length;
        while (end > begin && epochMillis[end - 1] > lastMillis) {
            end--;
        }
        return end > begin ? Optional.of(new RowWindow(begin, end)) : Optional.empty();
    }
}
