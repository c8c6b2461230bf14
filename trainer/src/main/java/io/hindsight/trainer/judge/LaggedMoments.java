package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the channels of all sensors go together, now and some slots apart: means, standard deviations
 * and lagged correlations, of what is visible before a time.
 *
 * <p>A correlation is the mean over the pairs of which both are seen, times the share of slots that
 * have a partner so far away: without holes this is the estimate that gives positive definite
 * matrices. Of very long recordings an even sample is enough, in stretches much longer than a lag.
 */
final class LaggedMoments {
    private static final int MOST_SLOTS = 100_000;
    private static final int LAGS_PER_STRETCH = 50;

    private final int channels;
    private final double[] mean;
    private final double[] scale;
    private final int[] indexOfLag;
    private final double[][] correlations;
    private final long slots;

    /**
     * @param normaliser means of channels without a value there
     * @param untilMillis what is of this time or later is not looked at
     * @param lags in slots, 0 and up, in order
     */
    LaggedMoments(
            DataSet data, HiddenCells hidden, Normaliser normaliser, long untilMillis, int[] lags) {
        channels = data.channels().size();
        List<double[][]> parts = parts(data, hidden, untilMillis, lags[lags.length - 1]);
        slots = parts.stream().mapToLong(part -> part.length).sum();
        mean = normaliser.mean();
        scale = new double[channels];
        for (int d = 0; d < channels; d++) {
            standardise(parts, d);
        }
        indexOfLag = new int[lags[lags.length - 1] + 1];
        Arrays.fill(indexOfLag, -1);
        correlations = new double[lags.length][];
        for (int i = 0; i < lags.length; i++) {
            indexOfLag[lags[i]] = i;
            correlations[i] = correlations(parts, lags[i]);
        }
    }

    private static List<double[][]> parts(
            DataSet data, HiddenCells hidden, long untilMillis, int longestLag) {
        int[] ends = new int[data.series().size()];
        for (int k = 0; k < ends.length; k++) {
            SensorSeries series = data.series().get(k);
            boolean whole = series.timeMillis(series.length() - 1) < untilMillis;
            ends[k] = whole ? series.length() : (int) Math.max(0, series.slotAt(untilMillis));
        }
        long all = Arrays.stream(ends).asLongStream().sum();
        long oneOf = (all + MOST_SLOTS - 1) / MOST_SLOTS;
        int stretch = oneOf <= 1 ? Integer.MAX_VALUE : LAGS_PER_STRETCH * (longestLag + 1);
        List<double[][]> parts = new ArrayList<>();
        long stretches = 0;
        for (int k = 0; k < ends.length; k++) {
            double[][] rows = new VisibleSeries(data.series().get(k), hidden, k).rows();
            for (long from = 0; from < ends[k]; from += stretch) {
                if (stretches++ % oneOf == 0) {
                    int to = (int) Math.min(ends[k], from + stretch);
                    parts.add(Arrays.copyOfRange(rows, (int) from, to));
                }
            }
        }
        return parts;
    }

    /** Slots that were looked at, over all sensors. */
    long slots() {
        return slots;
    }

    int channels() {
        return channels;
    }

    double toZ(int channel, double value) {
        return (value - mean[channel]) / scale[channel];
    }

    double fromZ(int channel, double z) {
        return mean[channel] + scale[channel] * z;
    }

    /**
     * The correlation of a channel with another one some slots earlier.
     *
     * @param lag one of the lags given, or the negative of one
     */
    double correlation(int channel, int other, int lag) {
        return lag >= 0
                ? correlations[indexOfLag[lag]][channel * channels + other]
                : correlations[indexOfLag[-lag]][other * channels + channel];
    }

    private void standardise(List<double[][]> parts, int channel) {
        long count = 0;
        double middle = 0;
        double squares = 0;
        for (double[][] part : parts) {
            for (double[] row : part) {
                if (!Double.isNaN(row[channel])) {
                    count++;
                    double change = row[channel] - middle;
                    middle += change / count;
                    squares += change * (row[channel] - middle);
                }
            }
        }
        mean[channel] = count > 0 ? middle : mean[channel];
        scale[channel] = squares > 0 ? Math.sqrt(squares / count) : 1;
        for (double[][] part : parts) {
            for (double[] row : part) {
                row[channel] = toZ(channel, row[channel]);
            }
        }
    }

    private double[] correlations(List<double[][]> parts, int lag) {
        double[] sums = new double[channels * channels];
        long[] counts = new long[channels * channels];
        long partners = 0;
        for (double[][] part : parts) {
            partners += Math.max(0, part.length - lag);
            for (int t = lag; t < part.length; t++) {
                add(part[t], part[t - lag], sums, counts);
            }
        }
        double share = slots == 0 ? 0 : partners / (double) slots;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? 0 : share * sums[i] / counts[i];
        }
        return sums;
    }

    private void add(double[] row, double[] earlier, double[] sums, long[] counts) {
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j < channels; j++) {
                double product = row[i] * earlier[j];
                if (!Double.isNaN(product)) {
                    sums[i * channels + j] += product;
                    counts[i * channels + j]++;
                }
            }
        }
    }
}
