package io.hindsight.trainer.judge;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses cells to hide the way this data loses them: runs on one channel, their lengths drawn from
 * the data's own holes; single cells where the data has none.
 */
public final class MaskMaker {
    private static final int LONGEST_RUN = 36;

    private final DataSet data;
    private final int channels;
    private final int[] lengths;

    public MaskMaker(DataSet data) {
        this.data = data;
        this.channels = data.predicted().size();
        this.lengths = holeLengths(data);
    }

    /**
     * Hides a share of the predicted channels' cells that are known from a time on.
     *
     * @param fromMillis the first time at which a cell may be hidden
     * @param share of the known cells, in 0 to 1; more than half cannot be hidden
     */
    public HiddenCells hide(long fromMillis, double share, long seed) {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException("share must be 0 to 0.5: " + share);
        }
        SplittableRandom random = new SplittableRandom(seed);
        HiddenCells hidden = new HiddenCells(data);
        for (int k = 0; k < data.series().size(); k++) {
            hideIn(k, fromMillis, share, random, hidden);
        }
        return hidden;
    }

    private void hideIn(
            int index, long fromMillis, double share, SplittableRandom random, HiddenCells hidden) {
        SensorSeries series = data.series().get(index);
        int from = (int) Math.min(series.length(), Math.max(0, series.slotAt(fromMillis)));
        long wanted = Math.round(share * known(series, from));
        while (wanted > 0) {
            int channel = random.nextInt(channels);
            int start = from + random.nextInt(series.length() - from);
            int length = lengths[random.nextInt(lengths.length)];
            int end = Math.min(series.length(), start + length);
            for (int t = start; t < end && wanted > 0; t++) {
                if (!Double.isNaN(series.value(t, channel))
                        && !hidden.isHidden(index, t, channel)) {
                    hidden.hide(index, t, channel);
                    wanted--;
                }
            }
        }
    }

    private long known(SensorSeries series, int from) {
        long known = 0;
        for (int t = from; t < series.length(); t++) {
            for (int d = 0; d < channels; d++) {
                known += Double.isNaN(series.value(t, d)) ? 0 : 1;
            }
        }
        return known;
    }

    private static int[] holeLengths(DataSet data) {
        List<Integer> lengths = new ArrayList<>();
        for (SensorSeries series : data.series()) {
            for (int d = 0; d < series.channelCount(); d++) {
                int run = 0;
                for (int t = 0; t < series.length(); t++) {
                    if (Double.isNaN(series.value(t, d))) {
                        run++;
                    } else if (run > 0) {
                        lengths.add(Math.min(run, LONGEST_RUN));
                        run = 0;
                    }
                }
            }
        }
        return lengths.isEmpty()
                ? new int[] {1}
                : lengths.stream().mapToInt(Integer::intValue).toArray();
    }
}
