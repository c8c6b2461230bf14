package io.hindsight.model.series;

import java.util.List;

/**
 * Calendar inputs: for each period the sine and the cosine of 2π·t/period, where t is event time in
 * UTC counted from the epoch (for weeks: a fixed phase is as good as Monday).
 *
 * <p>On the slots of a regular sensor the values come from a table; {@link StrictMath} fills it and
 * serves all other moments, so that the same time gives the same bits on every machine.
 */
public final class Calendar {
    private static final int LARGEST_TABLE = 4096;

    private final long[] periodsMillis;
    private final long intervalMillis;
    private final float[][] tables;

    /**
     * @param periodsMillis the periods, each positive; may be empty
     * @param intervalMillis the sensor's interval, 0 if irregular
     */
    public Calendar(List<Long> periodsMillis, long intervalMillis) {
        this.periodsMillis = periodsMillis.stream().mapToLong(Long::longValue).toArray();
        this.intervalMillis = intervalMillis;
        this.tables = new float[this.periodsMillis.length][];
        for (int p = 0; p < tables.length; p++) {
            tables[p] = table(this.periodsMillis[p], intervalMillis);
        }
    }

    /** Number of inputs: two for each period. */
    public int size() {
        return 2 * periodsMillis.length;
    }

    /** Writes {@link #size()} values into {@code out} from {@code offset} on. */
    public void write(long eventTimeMillis, float[] out, int offset) {
        for (int p = 0; p < periodsMillis.length; p++) {
            long phase = Math.floorMod(eventTimeMillis, periodsMillis[p]);
            float[] table = tables[p];
            if (table.length > 0 && phase % intervalMillis == 0) {
                int slot = (int) (phase / intervalMillis);
                out[offset + 2 * p] = table[2 * slot];
                out[offset + 2 * p + 1] = table[2 * slot + 1];
            } else {
                out[offset + 2 * p] = sin(phase, periodsMillis[p]);
                out[offset + 2 * p + 1] = cos(phase, periodsMillis[p]);
            }
        }
    }

    private static float[] table(long period, long interval) {
        if (interval <= 0 || period % interval != 0 || period / interval > LARGEST_TABLE) {
            return new float[0];
        }
        int slots = (int) (period / interval);
        float[] table = new float[2 * slots];
        for (int slot = 0; slot < slots; slot++) {
            table[2 * slot] = sin(slot * interval, period);
            table[2 * slot + 1] = cos(slot * interval, period);
        }
        return table;
    }

    private static float sin(long phase, long period) {
        return (float) StrictMath.sin(2 * Math.PI * phase / period);
    }

    private static float cos(long phase, long period) {
        return (float) StrictMath.cos(2 * Math.PI * phase / period);
    }
}
