package io.hindsight.trainer.report;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * How many values are missing when.
 *
 * @param firstMillis where the time begins
 * @param untilMillis where it ends
 * @param shares one list a channel: of each equal stretch of the time the share of the slots that
 *     have no value, over all sensors; NaN where no sensor has a slot
 */
public record HolesOverTime(long firstMillis, long untilMillis, List<List<Double>> shares) {
    static final int MOST_STRETCHES = 120;

    public HolesOverTime {
        shares = shares.stream().map(List::copyOf).toList();
    }

    public static HolesOverTime of(DataSet data) {
        long first = data.firstMillis();
        long until = data.lastMillis() + data.paceMillis();
        long slots = Math.max(1, (until - first) / data.paceMillis());
        int stretches = (int) Math.min(MOST_STRETCHES, slots);
        List<List<Double>> shares = new ArrayList<>();
        for (int d = 0; d < data.channels().size(); d++) {
            long[] all = new long[stretches];
            long[] missing = new long[stretches];
            for (SensorSeries series : data.series()) {
                for (int t = 0; t < series.length(); t++) {
                    double share = (series.timeMillis(t) - first) / (double) (until - first);
                    int stretch = Math.min(stretches - 1, (int) (share * stretches));
                    all[stretch]++;
                    missing[stretch] += Double.isNaN(series.value(t, d)) ? 1 : 0;
                }
            }
            List<Double> ofChannel = new ArrayList<>();
            for (int k = 0; k < stretches; k++) {
                ofChannel.add(missing[k] / (double) all[k]);
            }
            shares.add(ofChannel);
        }
        return new HolesOverTime(first, until, shares);
    }

    int stretches() {
        return shares.get(0).size();
    }

    /** When a stretch begins. */
    long beginMillis(int stretch) {
        return firstMillis
                + (long) ((untilMillis - firstMillis) * (stretch / (double) stretches()));
    }
}
