package io.hindsight.trainer.data.season;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Periods that may be seasons: those of the calendar, and the highest peaks of the autocorrelation.
 * That is looked at in bands of a factor 4 each, so that what a slow wave leaves of a fast one is
 * not lost: for lags up to w the moving mean over w slots is taken away first.
 */
final class SeasonSearch {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 31_556_952_000L;
    private static final long[] CALENDAR = {HOUR, DAY, 7 * DAY, YEAR};
    private static final int NARROWEST_BAND = 8;
    private static final int BAND_FACTOR = 4;
    private static final int PEAKS_PER_BAND = 3;
    private static final double LEAST_SLOTS = 3;

    /** A period that ran through the whole training part so often may be one. */
    private static final double LEAST_CYCLES = 4;

    private final List<Signal> signals;
    private final long intervalMillis;
    private final int longest;
    private final double mostSlots;

    SeasonSearch(List<Signal> signals, long intervalMillis) {
        this.signals = signals;
        this.intervalMillis = intervalMillis;
        this.longest = signals.stream().mapToInt(Signal::length).max().orElse(0);
        this.mostSlots = longest / LEAST_CYCLES;
    }

    /** The number of slots of the longest signal. */
    int longest() {
        return longest;
    }

    /** Periods of the calendar, in slots. A whole number where that is as good. */
    List<Double> calendar() {
        List<Double> periods = new ArrayList<>();
        for (long millis : CALENDAR) {
            double slots = (double) millis / intervalMillis;
            double drift = Math.abs(slots - Math.rint(slots)) * longest / slots;
            double bin = slots / Season.bins(Math.max(1, slots));
            double period = drift < bin / 4 ? Math.rint(slots) : slots;
            if (period >= LEAST_SLOTS && period <= mostSlots) {
                periods.add(period);
            }
        }
        return periods;
    }

    /** Periods from the autocorrelation, in slots, the highest peaks of each band. */
    List<Double> peaks() {
        List<Double> periods = new ArrayList<>();
        for (int from = 2, to = NARROWEST_BAND; from < mostSlots; from = to, to *= BAND_FACTOR) {
            double[] correlation = correlation(Math.min(to, longest / 2));
            int first = Math.max((int) LEAST_SLOTS, from + 1);
            for (int lag : highest(correlation, first, (int) Math.min(to, mostSlots))) {
                double exact = refine(correlation, lag);
                periods.add((double) lag);
                if (exact != lag) {
                    periods.add(exact);
                }
            }
        }
        return periods;
    }

    private double[] correlation(int width) {
        Autocorrelation autocorrelation = new Autocorrelation(longest);
        for (Signal signal : signals) {
            if (signal.length() >= 2 * width) {
                autocorrelation.add(signal.withoutMovingMean(width));
            }
        }
        return autocorrelation.upTo(longest / 2);
    }

    private static List<Integer> highest(double[] correlation, int first, int last) {
        List<Integer> peaks = new ArrayList<>();
        for (int lag = first; lag <= last; lag++) {
            int reach = Math.max(1, lag / 8);
            if (correlation[lag] > 0 && argMax(correlation, lag, reach) == lag) {
                peaks.add(lag);
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer lag) -> correlation[lag]).reversed());
        return peaks.subList(0, Math.min(PEAKS_PER_BAND, peaks.size()));
    }

    /** The lag of the highest correlation around one. */
    private static int argMax(double[] correlation, int centre, int reach) {
        int best = centre;
        int last = Math.min(correlation.length - 1, centre + reach);
        for (int lag = Math.max(1, centre - reach); lag <= last; lag++) {
            if (correlation[lag] > correlation[best]) {
                best = lag;
            }
        }
        return best;
    }

    /**
     * A peak at lag p has others at 2 p, 4 p and so on, each of which tells p twice as exactly;
     * followed for as long as they are half as high.
     */
    private static double refine(double[] correlation, int lag) {
        double period = lag;
        int reach = Math.max(1, Math.min(2, lag / 4));
        for (int times = 2; times * period + reach < correlation.length; times *= 2) {
            int peak = argMax(correlation, (int) Math.round(times * period), reach);
            if (!(correlation[peak] > correlation[lag] / 2)) {
                break;
            }
            period = (double) peak / times;
        }
        return period;
    }
}
