package io.hindsight.trainer.data.season;

import java.util.Arrays;
import java.util.List;

/**
 * How much of the channels is one profile that comes again each period. Each signal is folded:
 * y[k][b] is the mean of what cycle k has in bin b of the period. What two different cycles share
 * is no chance:
 *
 * <pre>strength = mean over b and k ≠ k' of y[k][b] y[k'][b] / mean square of the values</pre>
 *
 * is the profile's share of the variance, without bias, and near 0 for anything that does not come
 * again, however strongly its neighbours resemble each other. The evidence is how many standard
 * deviations that lies above what comes out when each cycle is turned by a random phase, the same
 * for all channels and sensors. Every mean is over the cells that are seen.
 */
final class Folding {
    private static final int LEAST_CYCLES = 3;

    private final long intervalMillis;
    private final long periodMillis;
    private final int bins;

    /** Of each turn and channel the sum of products and their number; turn 0 is no turn. */
    private final double[][] products;

    private final double[][] pairs;

    /**
     * @param turns how many random turns to compare with; 0 for strengths alone
     */
    Folding(
            List<Signal> signals,
            int channels,
            long intervalMillis,
            long periodMillis,
            int bins,
            int turns) {
        this.intervalMillis = intervalMillis;
        this.periodMillis = periodMillis;
        this.bins = bins;
        this.products = new double[turns + 1][channels];
        this.pairs = new double[turns + 1][channels];
        int width = (int) Math.round((double) periodMillis / intervalMillis);
        for (Signal signal : signals) {
            if (signal.length() >= LEAST_CYCLES * width) {
                add(signal, signal.withoutMovingMean(width));
            }
        }
    }

    /** Of each channel; NaN for one that has too little. */
    double[] strengths() {
        return strengths(0);
    }

    /** The mean over the channels. */
    double strength() {
        return mean(strengths(0));
    }

    /** Of all channels together. */
    double evidence() {
        double[] turned = new double[products.length - 1];
        Arrays.setAll(turned, turn -> mean(strengths(turn + 1)));
        return evidence(strength(), turned);
    }

    double evidence(int channel) {
        double[] turned = new double[products.length - 1];
        Arrays.setAll(turned, turn -> strengths(turn + 1)[channel]);
        return evidence(strengths()[channel], turned);
    }

    private double[] strengths(int turn) {
        double[] strengths = new double[products[turn].length];
        Arrays.setAll(strengths, d -> Math.min(1, products[turn][d] / pairs[turn][d]));
        return strengths;
    }

    private static double evidence(double own, double[] turned) {
        double mean = mean(turned);
        double[] squares = Arrays.stream(turned).map(x -> (x - mean) * (x - mean)).toArray();
        double deviation = Math.sqrt(mean(squares));
        return deviation > 0 ? (own - mean) / deviation : 0;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).filter(value -> !Double.isNaN(value)).average().orElse(0);
    }

    private void add(Signal signal, double[] left) {
        double meanSquare = mean(Arrays.stream(left).map(x -> x * x).toArray());
        if (meanSquare == 0) {
            return;
        }
        long first = Math.floorDiv(signal.startMillis(), periodMillis);
        long end = signal.startMillis() + left.length * intervalMillis;
        int cycles = (int) (Math.floorDiv(end, periodMillis) - first) + 1;
        double[] y = new double[cycles * bins];
        int[] counts = new int[cycles * bins];
        for (int t = 0; t < left.length; t++) {
            if (!Double.isNaN(left[t])) {
                long time = signal.startMillis() + t * intervalMillis;
                int cycle = (int) (Math.floorDiv(time, periodMillis) - first);
                int bin = (int) (Math.floorMod(time, periodMillis) * bins / periodMillis);
                y[cycle * bins + bin] += left[t];
                counts[cycle * bins + bin]++;
            }
        }
        for (int c = 0; c < y.length; c++) {
            y[c] = counts[c] == 0 ? Double.NaN : y[c] / counts[c] / Math.sqrt(meanSquare);
        }
        for (int turn = 0; turn < products.length; turn++) {
            addShared(y, first, turn, signal.channel());
        }
    }

    private void addShared(double[] y, long firstCycle, int turn, int channel) {
        double[] sums = new double[bins];
        double[] squares = new double[bins];
        int[] counts = new int[bins];
        for (int from = 0; from < y.length; from += bins) {
            int to = phase(firstCycle + from / bins, turn);
            for (int b = 0; b < bins; b++) {
                double value = y[from + b];
                if (!Double.isNaN(value)) {
                    sums[to] += value;
                    squares[to] += value * value;
                    counts[to]++;
                }
                to = to + 1 == bins ? 0 : to + 1;
            }
        }
        for (int b = 0; b < bins; b++) {
            products[turn][channel] += sums[b] * sums[b] - squares[b];
            pairs[turn][channel] += (double) counts[b] * (counts[b] - 1);
        }
    }

    /** A random number that is the same for all signals: splitmix64's finaliser. */
    private int phase(long cycle, int turn) {
        if (turn == 0) {
            return 0;
        }
        long x = (cycle * 0x9e3779b97f4a7c15L) ^ (turn * 0xd1b54a32d192ed03L);
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return (int) Math.floorMod(x ^ (x >>> 31), (long) bins);
    }
}
