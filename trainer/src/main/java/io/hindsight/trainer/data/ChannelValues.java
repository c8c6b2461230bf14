package io.hindsight.trainer.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** All values of one channel in the training part, for questions on where they end. */
final class ChannelValues {
    private static final double NEAR_ZERO = 0.05;
    private static final double LEAST_ZEROS = 0.001;
    private static final int LEAST_UNLIKE = 10;
    private static final double LEAST_PILE = 0.005;
    private static final int PILE_ABOVE_NEIGHBOURS = 5;
    private static final int NEIGHBOURS = 5;

    private final DataSet data;
    private final Split split;
    private final int channel;
    private final double[] sorted;

    ChannelValues(DataSet data, Split split, int channel) {
        this.data = data;
        this.split = split;
        this.channel = channel;
        this.sorted =
                data.series().stream()
                        .flatMapToDouble(
                                series ->
                                        IntStream.range(0, split.trainEnd(series))
                                                .mapToDouble(t -> series.value(t, channel)))
                        .filter(value -> !Double.isNaN(value))
                        .map(value -> value == 0 ? 0.0 : value)
                        .sorted()
                        .toArray();
    }

    int count() {
        return sorted.length;
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    double zeroShare() {
        return (double) Arrays.stream(sorted).filter(x -> x == 0).count() / sorted.length;
    }

    /** None is negative, and some are 0 or the lowest hundredth is small beside the highest. */
    boolean comeDownToZero() {
        int n = sorted.length;
        boolean near = sorted[n / 100] <= NEAR_ZERO * sorted[n - 1 - n / 100];
        return min() >= 0 && (near || zeroShare() >= Math.max(LEAST_ZEROS, 2.0 / n));
    }

    /** How often the channel comes to a value from another one. */
    int visits(double value) {
        int visits = 0;
        for (SensorSeries series : data.series()) {
            boolean there = false;
            int end = split.trainEnd(series);
            for (int t = 0; t < end; t++) {
                double x = series.value(t, channel);
                if (!Double.isNaN(x)) {
                    visits += x == value && !there ? 1 : 0;
                    there = x == value;
                }
            }
        }
        return visits;
    }

    /** The lowest value is far more frequent than those that follow. */
    boolean pileUpAtMin() {
        return pileUp(sorted);
    }

    /** The highest value is far more frequent than those before it. */
    boolean pileUpAtMax() {
        double[] reversed = new double[sorted.length];
        Arrays.setAll(reversed, k -> sorted[sorted.length - 1 - k]);
        return pileUp(reversed);
    }

    private static boolean pileUp(double[] x) {
        int pile = runEnd(x, 0);
        int end = pile;
        for (int k = 0; k < NEIGHBOURS; k++) {
            if (end == x.length) {
                return false;
            }
            end = runEnd(x, end);
        }
        double neighbours = (double) (end - pile) / NEIGHBOURS;
        return pile >= LEAST_PILE * x.length && pile >= PILE_ABOVE_NEIGHBOURS * neighbours;
    }

    /** What is not 0 has many values, of which none is most of it. */
    boolean spreadOutBesideZero() {
        double[] x = Arrays.stream(sorted).filter(value -> value != 0).toArray();
        int unlike = 0;
        int longest = 0;
        for (int from = 0, to; from < x.length; from = to) {
            to = runEnd(x, from);
            unlike++;
            longest = Math.max(longest, to - from);
        }
        return unlike >= LEAST_UNLIKE && 2 * longest <= x.length;
    }

    /** Where the values that are the same as this one end. */
    private static int runEnd(double[] x, int from) {
        int to = from;
        while (to < x.length && x[to] == x[from]) {
            to++;
        }
        return to;
    }
}
