package io.hindsight.trainer.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sensor's group tells of it: given channels with the mean of each predicted channel over
 * the other sensors in the same slot, and the share of the others that have a reading there. A mean
 * of none is a hole. Slots are the same if they are due within half an interval of each other.
 */
public final class GroupContext {
    /** What the added channels' names end in. */
    public static final String OTHERS = "@others";

    /** The channel with the share of the others that have a reading, 0 to 1. */
    public static final String COUNT = "count" + OTHERS;

    private final DataSet data;
    private final Visible visible;
    private final int predicted;
    private final long originMillis;
    private final double[] sums;
    private final int[] counts;
    private final int[] readings;

    private GroupContext(DataSet data, Visible visible) {
        this.data = data;
        this.visible = visible;
        this.predicted = data.predicted().size();
        this.originMillis = data.firstMillis();
        int slots = slotOf(data.lastMillis()) + 1;
        this.sums = new double[slots * predicted];
        this.counts = new int[slots * predicted];
        this.readings = new int[slots];
    }

    /** The cells of a data set as somebody sees them who does not see all. */
    @FunctionalInterface
    public interface Visible {
        /**
         * @param series its number in the data set
         * @return NaN for a hole, and for what is hidden
         */
        double value(int series, int slot, int channel);
    }

    /** Whether a bundle or data set with these channels has a context. */
    public static boolean isAmong(List<String> channels) {
        return channels.contains(COUNT);
    }

    /** The channels without those of a context. */
    public static List<String> without(List<String> channels) {
        return isAmong(channels)
                ? channels.stream().filter(channel -> !channel.endsWith(OTHERS)).toList()
                : channels;
    }

    /** The data set with its context. */
    public static DataSet add(DataSet data) {
        return add(data, (series, slot, channel) -> data.series().get(series).value(slot, channel));
    }

    /**
     * The data set, its own values unchanged, with a context that knows only what is visible.
     *
     * @throws DataException if there is only one sensor, or there is a context already
     */
    public static DataSet add(DataSet data, Visible visible) {
        if (data.series().size() < 2) {
            throw new DataException(
                    "the context of a group must come from two sensors at least: there is only "
                            + data.series().get(0).sensor());
        }
        List<String> added = new ArrayList<>();
        data.predicted().forEach(channel -> added.add(channel + OTHERS));
        added.add(COUNT);
        for (String channel : data.channels()) {
            if (added.contains(channel)) {
                throw new DataException("the data must not have the channel already: " + channel);
            }
        }
        return new GroupContext(data, visible).with(added);
    }

    private DataSet with(List<String> added) {
        for (int s = 0; s < data.series().size(); s++) {
            count(s);
        }
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < data.series().size(); s++) {
            series.add(withContext(s));
        }
        return new DataSet(
                joined(data.channels(), added),
                joined(data.given(), added),
                data.intervalMillis(),
                series);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private void count(int s) {
        SensorSeries own = data.series().get(s);
        int from = slotOf(own.timeMillis(0));
        for (int t = 0; t < own.length(); t++) {
            boolean any = false;
            for (int d = 0; d < predicted; d++) {
                double value = visible.value(s, t, d);
                if (!Double.isNaN(value)) {
                    sums[(from + t) * predicted + d] += value;
                    counts[(from + t) * predicted + d]++;
                    any = true;
                }
            }
            readings[from + t] += any ? 1 : 0;
        }
    }

    private SensorSeries withContext(int s) {
        SensorSeries own = data.series().get(s);
        int from = slotOf(own.timeMillis(0));
        int before = data.channels().size();
        int channels = before + predicted + 1;
        double[] values = new double[own.length() * channels];
        boolean[] present = new boolean[own.length()];
        for (int t = 0; t < own.length(); t++) {
            present[t] = own.isPresent(t);
            for (int d = 0; d < before; d++) {
                values[t * channels + d] = own.value(t, d);
            }
            int others = readings[from + t];
            boolean any = false;
            for (int d = 0; d < predicted; d++) {
                int cell = (from + t) * predicted + d;
                double value = visible.value(s, t, d);
                boolean seen = !Double.isNaN(value);
                int count = counts[cell] - (seen ? 1 : 0);
                double sum = sums[cell] - (seen ? value : 0);
                values[t * channels + before + d] = count == 0 ? Double.NaN : sum / count;
                any |= seen;
            }
            others -= any ? 1 : 0;
            values[(t + 1) * channels - 1] = (double) others / (data.series().size() - 1);
        }
        return new SensorSeries(
                own.sensor(),
                own.timeMillis(0),
                data.intervalMillis(),
                channels,
                values,
                present,
                own.arrivals());
    }

    private int slotOf(long timeMillis) {
        return Math.toIntExact(
                SensorSeries.nearestSlot(timeMillis, originMillis, data.intervalMillis()));
    }
}
