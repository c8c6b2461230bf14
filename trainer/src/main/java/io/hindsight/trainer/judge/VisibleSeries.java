package io.hindsight.trainer.judge;

import io.hindsight.trainer.data.SensorSeries;
import java.util.stream.IntStream;

/** A series as a method may see it, in natural units: hidden cells are holes like any other. */
public final class VisibleSeries {
    private final SensorSeries series;
    private final double[][] rows;

    VisibleSeries(SensorSeries series, HiddenCells hidden, int index) {
        this.series = series;
        this.rows = new double[series.length()][series.channelCount()];
        for (int t = 0; t < rows.length; t++) {
            for (int d = 0; d < rows[t].length; d++) {
                rows[t][d] = hidden.isHidden(index, t, d) ? Double.NaN : series.value(t, d);
            }
        }
    }

    /** Number of slots. */
    public int length() {
        return rows.length;
    }

    public int channelCount() {
        return series.channelCount();
    }

    public long timeMillis(int slot) {
        return series.timeMillis(slot);
    }

    /** The slot that a time belongs to. */
    int slot(long timeMillis) {
        return Math.toIntExact(series.slotOf(timeMillis));
    }

    /** Where the slots lie on a line: their numbers, or of irregular sensors their times. */
    long[] places() {
        return IntStream.range(0, length()).mapToLong(series::place).toArray();
    }

    /** Whether the slot has a reading, be it one of which every value is hidden. */
    public boolean isPresent(int slot) {
        return series.isPresent(slot);
    }

    /** The reading [channels], NaN a hole; not copied. */
    public double[] row(int slot) {
        return rows[slot];
    }

    /** All readings [slots][channels]; not copied. */
    public double[][] rows() {
        return rows;
    }

    public boolean isHole(int slot, int channel) {
        return Double.isNaN(rows[slot][channel]);
    }
}
