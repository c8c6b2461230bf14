package io.hindsight.benchmarks.detect;

import java.util.List;

/** A series of one channel, and in which rows of it an alarm is right. */
public final class LabelledSeries {
    /** Of a series' rows, those that are not scored, unless {@link #MOST_PROBATION} are fewer. */
    private static final double PROBATION_SHARE = 0.15;

    /** As if a series had 5,000 rows at most. */
    private static final int MOST_PROBATION = 750;

    private final String name;
    private final long[] epochMillis;
    private final double[] values;
    private final List<RowWindow> windows;

    /**
     * @param epochMillis not copied
     * @param values NaN is a hole; not copied
     * @param windows in the order of rows, none over another
     */
    public LabelledSeries(
            String name, long[] epochMillis, double[] values, List<RowWindow> windows) {
        if (epochMillis.length != values.length) {
            throw new IllegalArgumentException(
                    "%s: there must be as many times as values: %d, %d"
                            .formatted(name, epochMillis.length, values.length));
        }
        int last = 0;
        for (RowWindow window : windows) {
            if (window.begin() < last || window.end() > values.length) {
                throw new IllegalArgumentException(
                        "%s: windows must be in order, apart and within %d rows: %s"
                                .formatted(name, values.length, windows));
            }
            last = window.end();
        }
        this.name = name;
        this.epochMillis = epochMillis;
        this.values = values;
        this.windows = List.copyOf(windows);
    }

    public String name() {
        return name;
    }

    public int rows() {
        return values.length;
    }

    public long epochMillis(int row) {
        return epochMillis[row];
    }

    public double value(int row) {
        return values[row];
    }

    public List<RowWindow> windows() {
        return windows;
    }

    /** How many rows at its begin are not scored. */
    public int probation() {
        return (int) Math.min(PROBATION_SHARE * rows(), MOST_PROBATION);
    }
}
