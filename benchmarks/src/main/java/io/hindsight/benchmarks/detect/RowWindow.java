package io.hindsight.benchmarks.detect;

/**
 * Rows of a series in which an alarm is right.
 *
 * @param begin the first row
 * @param end after the last row
 */
public record RowWindow(int begin, int end) {
    public RowWindow {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException(
                    "a window must begin at row 0 or later and have rows: %d to %d"
                            .formatted(begin, end));
        }
    }

    public int rows() {
        return end - begin;
    }

    public boolean contains(int row) {
        return row >= begin && row < end;
    }
}
