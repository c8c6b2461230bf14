package io.hindsight.trainer.data;

import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sensor's group tells of it: given channels with the mean of each predicted channel over
 * the other sensors in the same slot, and the number of the others that have a reading there. A
 * mean of none is a hole. The sums are the job's, so that its answers have the same bits.
 */
public final class GroupContext {
    private final DataSet data;
    private final Visible visible;
    private final ContextSpec spec;

    /** The values of each sensor's reading that may be seen in the slot at hand. */
    private final double[][] seen;

    private GroupContext(DataSet data, long phaseMillis, Visible visible) {
        this.data = data;
        this.visible = visible;
        this.spec =
                new ContextSpec(
                        data.intervalMillis(),
                        Math.floorMod(phaseMillis, data.intervalMillis()),
                        data.predicted().size(),
                        data.channels().size());
        this.seen = new double[data.series().size()][spec.predicted()];
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

    /** Where on the interval the slots of a training are: where the data begins. */
    public static long phaseMillis(DataSet data) {
        return Math.floorMod(data.firstMillis(), data.intervalMillis());
    }

    /** The data set with its context, of slots that begin with the data. */
    public static DataSet add(DataSet data) {
        return add(data, phaseMillis(data));
    }

    /** The data set with its context. */
    public static DataSet add(DataSet data, long phaseMillis) {
        return add(
                data,
                phaseMillis,
                (series, slot, channel) -> data.series().get(series).value(slot, channel));
    }

    /**
     * The data set, its own values unchanged, with a context that knows only what is visible.
     *
     * @param phaseMillis where on the interval the context's slots are
     * @throws DataException if there is only one sensor, or there is a context already
     */
    public static DataSet add(DataSet data, long phaseMillis, Visible visible) {
        if (data.series().size() < 2) {
            throw new DataException(
                    "the context of a group must come from two sensors at least: there is only "
                            + data.series().get(0).sensor());
        }
        List<String> added = ContextChannels.of(data.predicted());
        for (String channel : data.channels()) {
            if (added.contains(channel)) {
                throw new DataException("the data must not have the channel already: " + channel);
            }
        }
        return new GroupContext(data, phaseMillis, visible).with(added);
    }

    private DataSet with(List<String> added) {
        double[][] wide = new double[seen.length][];
        long[] slots = new long[seen.length];
        for (int s = 0; s < seen.length; s++) {
            SensorSeries own = data.series().get(s);
            wide[s] = new double[own.length() * spec.width()];
            slots[s] = spec.slotMillis(own.timeMillis(0));
        }
        long last = spec.slotMillis(data.lastMillis());
        for (long at = spec.slotMillis(data.firstMillis()); at <= last; at += interval()) {
            fill(at, slots, wide);
        }
        List<SensorSeries> series = new ArrayList<>();
        for (int s = 0; s < seen.length; s++) {
            series.add(widened(data.series().get(s), wide[s]));
        }
        return new DataSet(
                joined(data.channels(), added), joined(data.given(), added), interval(), series);
    }

    private long interval() {
        return spec.intervalMillis();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** Writes the rows of all sensors in one slot. */
    private void fill(long slotMillis, long[] firstSlots, double[][] wide) {
        SlotContext context = new SlotContext(spec.predicted());
        for (int s = 0; s < seen.length; s++) {
            int t = slot(s, slotMillis - firstSlots[s]);
            if (t >= 0) {
                for (int d = 0; d < spec.predicted(); d++) {
                    seen[s][d] = visible.value(s, t, d);
                }
                context.add(seen[s]);
            }
        }
        for (int s = 0; s < seen.length; s++) {
            int t = slot(s, slotMillis - firstSlots[s]);
            if (t >= 0) {
                int from = t * spec.width();
                for (int d = 0; d < spec.sent(); d++) {
                    wide[s][from + d] = data.series().get(s).value(t, d);
                }
                context.writeOthers(seen[s], wide[s], from + spec.sent());
            }
        }
    }

    /** The series' own number of a slot, -1 outside of it. */
    private int slot(int series, long sinceFirstMillis) {
        long slot = Math.floorDiv(sinceFirstMillis, interval());
        return slot >= 0 && slot < data.series().get(series).length() ? (int) slot : -1;
    }

    private SensorSeries widened(SensorSeries own, double[] values) {
        boolean[] present = new boolean[own.length()];
        for (int t = 0; t < own.length(); t++) {
            present[t] = own.isPresent(t);
        }
        return new SensorSeries(
                own.sensor(),
                new SlotTimes.OnGrid(own.timeMillis(0), interval()),
                spec.width(),
                values,
                present,
                own.arrivals());
    }
}
