package io.hindsight.trainer.data.season;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * The training part of one channel of one sensor, in units of its own standard deviation, for the
 * search of seasons. NaN is a hole.
 */
final class Signal {
    private static final int LONGEST = 1 << 18;
    private static final long MOST_VALUES = 1 << 21;
    private static final double LARGEST = 5;
    private static final double LEAST_SEEN = 0.1;

    private final int channel;
    private final long startMillis;
    private final double[] values;

    /** Of the seen values before each slot, so that any mean costs as much as one. */
    private final double[] sums;

    private final int[] counts;

    private Signal(int channel, long startMillis, double[] values) {
        this.channel = channel;
        this.startMillis = startMillis;
        this.values = values;
        this.sums = new double[values.length + 1];
        this.counts = new int[values.length + 1];
        for (int t = 0; t < values.length; t++) {
            boolean seen = !Double.isNaN(values[t]);
            sums[t + 1] = sums[t] + (seen ? values[t] : 0);
            counts[t + 1] = counts[t] + (seen ? 1 : 0);
        }
    }

    /**
     * All that ever change; of very long ones the last quarter of a million slots, and of very many
     * sensors some, spread evenly.
     */
    static List<Signal> ofTraining(DataSet data, Split split) {
        int channels = data.channels().size();
        long length =
                data.series().stream()
                        .mapToLong(series -> Math.min(LONGEST, split.trainEnd(series)))
                        .max()
                        .orElse(0);
        long most = Math.max(1, MOST_VALUES / Math.max(1, channels * length));
        int stride = (int) ((data.series().size() + most - 1) / most);
        List<Signal> signals = new ArrayList<>();
        for (int s = 0; s < data.series().size(); s += stride) {
            SensorSeries series = data.series().get(s);
            int end = split.trainEnd(series);
            int from = Math.max(0, end - LONGEST);
            for (int d = 0; d < channels; d++) {
                double[] values = new double[end - from];
                for (int t = from; t < end; t++) {
                    values[t - from] = series.value(t, d);
                }
                if (standardise(values)) {
                    signals.add(new Signal(d, series.timeMillis(from), values));
                }
            }
        }
        return signals;
    }

    /** Values beyond 5 standard deviations count as that; false if there is only one value. */
    private static boolean standardise(double[] x) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double value : x) {
            if (!Double.isNaN(value)) {
                count++;
                double change = value - mean;
                mean += change / count;
                squares += change * (value - mean);
            }
        }
        double scale = Math.sqrt(squares / Math.max(1, count));
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.max(-LARGEST, Math.min(LARGEST, (x[t] - mean) / scale));
        }
        return scale > 1e-9 * Math.abs(mean);
    }

    int channel() {
        return channel;
    }

    long startMillis() {
        return startMillis;
    }

    int length() {
        return values.length;
    }

    /**
     * What is left without the mean over {@code width} slots around each. A mean over a whole
     * period holds nothing of that period, so what is left holds all of it. Where the window would
     * reach over an end it stays inside; NaN where less than a tenth of it is seen.
     */
    double[] withoutMovingMean(int width) {
        double[] left = new double[values.length];
        int last = values.length - width;
        for (int t = 0; t < values.length; t++) {
            int a = Math.max(0, Math.min(t - width / 2, last));
            int b = Math.max(0, Math.min(t - (width - 1) / 2, last));
            int count = counts[a + width] - counts[a] + counts[b + width] - counts[b];
            double sum = sums[a + width] - sums[a] + sums[b + width] - sums[b];
            boolean known = count >= 2 * LEAST_SEEN * width;
            left[t] = known ? values[t] - sum / count : Double.NaN;
        }
        return left;
    }
}
