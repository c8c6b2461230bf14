package io.hindsight.trainer.detect.page;

/** The rows of a series: when, how strange, and what became of each. The arrays are not copied. */
public final class ScoredRows {
    private final long[] timesMillis;
    private final double[] scores;
    private final RowStatus[] statuses;

    /**
     * At least one row.
     *
     * @param timesMillis since 1970, strictly ascending
     * @param scores minus the base-10 logarithm of the probability of so strange a row; NaN for
     *     none
     */
    public ScoredRows(long[] timesMillis, double[] scores, RowStatus[] statuses) {
        int rows = timesMillis.length;
        if (rows == 0 || scores.length != rows || statuses.length != rows) {
            throw new IllegalArgumentException(
                    "times, scores and statuses must be equally many, at least one: %d, %d, %d"
                            .formatted(rows, scores.length, statuses.length));
        }
        for (int row = 1; row < rows; row++) {
            if (timesMillis[row] <= timesMillis[row - 1]) {
                throw new IllegalArgumentException(
                        "timesMillis must ascend: row %d has %d after %d"
                                .formatted(row, timesMillis[row], timesMillis[row - 1]));
            }
        }
        this.timesMillis = timesMillis;
        this.scores = scores;
        this.statuses = statuses;
    }

    int count() {
        return timesMillis.length;
    }

    long[] timesMillis() {
        return timesMillis;
    }

    double[] scores() {
        return scores;
    }

    RowStatus status(int row) {
        return statuses[row];
    }

    long firstMillis() {
        return timesMillis[0];
    }

    long lastMillis() {
        return timesMillis[timesMillis.length - 1];
    }

    /**
     * The interval that most rows keep, or 0 if no four fifths of them keep one: then a longer wait
     * says nothing.
     */
    long intervalMillis() {
        long candidate = 0;
        int votes = 0;
        for (int row = 1; row < timesMillis.length; row++) {
            long wait = timesMillis[row] - timesMillis[row - 1];
            if (votes == 0) {
                candidate = wait;
            }
            votes += wait == candidate ? 1 : -1;
        }
        int kept = 0;
        for (int row = 1; row < timesMillis.length; row++) {
            kept += timesMillis[row] - timesMillis[row - 1] == candidate ? 1 : 0;
        }
        return kept >= 0.8 * (timesMillis.length - 1) ? candidate : 0;
    }
}
