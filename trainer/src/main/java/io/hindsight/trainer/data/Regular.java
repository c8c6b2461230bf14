package io.hindsight.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Irregular series on a grid, for what can only be looked for on one: seasons. A slot has the first
 * value of each channel that falls into it.
 */
public final class Regular {
    private static final long MOST_SLOTS = 1 << 18;

    /** Slots, over all sensors, for each reading: more of them would be empty than is worth it. */
    private static final long MOST_SLOTS_OF_READING = 4;

    private Regular() {}

    /** The data as it is where it is regular, else on a grid of its pace, or on a coarser one. */
    public static DataSet of(DataSet data) {
        if (data.isRegular()) {
            return data;
        }
        long span = data.series().stream().mapToLong(Regular::spanMillis).sum();
        long longest = data.series().stream().mapToLong(Regular::spanMillis).max().orElseThrow();
        long interval =
                Math.max(
                        data.paceMillis(),
                        Math.max(
                                longest / MOST_SLOTS,
                                span / (MOST_SLOTS_OF_READING * data.slots())));
        List<SensorSeries> series = new ArrayList<>();
        data.series().forEach(one -> series.add(onGrid(one, interval)));
        return new DataSet(data.channels(), data.given(), interval, series);
    }

    private static long spanMillis(SensorSeries series) {
        return series.timeMillis(series.length() - 1) - series.timeMillis(0);
    }

    private static SensorSeries onGrid(SensorSeries own, long interval) {
        SlotTimes grid = new SlotTimes.OnGrid(own.timeMillis(0), interval);
        int channels = own.channelCount();
        int slots = (int) grid.slotOf(own.timeMillis(own.length() - 1)) + 1;
        double[] values = new double[slots * channels];
        Arrays.fill(values, Double.NaN);
        boolean[] present = new boolean[slots];
        for (int t = 0; t < own.length(); t++) {
            int slot = (int) grid.slotOf(own.timeMillis(t));
            present[slot] = true;
            for (int d = 0; d < channels; d++) {
                int cell = slot * channels + d;
                values[cell] = Double.isNaN(values[cell]) ? own.value(t, d) : values[cell];
            }
        }
        return new SensorSeries(own.sensor(), grid, channels, values, present, own.arrivals());
    }
}
