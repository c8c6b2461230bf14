package io.hindsight.trainer.detect.page;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A line of many rows in few columns of pixels, of each its first, least, greatest and last value:
 * drawn at that width it looks exactly like the line of all rows (M4, Jugel et al., VLDB 2014). NaN
 * where a column has no number.
 */
final class Extremes {
    private final double[] first;
    private final double[] least;
    private final double[] greatest;
    private final double[] last;

    private Extremes(int columns) {
        first = new double[columns];
        least = new double[columns];
        greatest = new double[columns];
        last = new double[columns];
        for (double[] values : new double[][] {first, least, greatest, last}) {
            Arrays.fill(values, Double.NaN);
        }
    }

    /** By time: each row falls into the column that its time lies in. */
    static Extremes of(long[] timesMillis, IntToDoubleFunction values, int columns) {
        Extremes extremes = new Extremes(columns);
        for (int row = 0; row < timesMillis.length; row++) {
            double value = values.applyAsDouble(row);
            if (Double.isFinite(value)) {
                extremes.take(column(timesMillis, timesMillis[row], columns), value);
            }
        }
        return extremes;
    }

    /** The column of a time within the first and the last one. */
    static int column(long[] timesMillis, long millis, int columns) {
        long begin = timesMillis[0];
        long span = Math.max(1, timesMillis[timesMillis.length - 1] - begin);
        return (int) Math.min(columns - 1L, (long) ((millis - begin) / (double) span * columns));
    }

    private void take(int column, double value) {
        if (Double.isNaN(first[column])) {
            first[column] = value;
            least[column] = value;
            greatest[column] = value;
        }
        least[column] = Math.min(least[column], value);
        greatest[column] = Math.max(greatest[column], value);
        last[column] = value;
    }

    int columns() {
        return first.length;
    }

    double first(int column) {
        return first[column];
    }

    double least(int column) {
        return least[column];
    }

    double greatest(int column) {
        return greatest[column];
    }

    double last(int column) {
        return last[column];
    }
}
