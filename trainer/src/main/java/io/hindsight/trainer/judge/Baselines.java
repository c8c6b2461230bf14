package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import java.util.Arrays;
import java.util.List;

/** What anyone could fill a hole with. Rows are [slots][channels] in natural units, NaN a hole. */
public final class Baselines {
    /** How many values the moving average is of. */
    public static final int AVERAGED = 24;

    private Baselines() {}

    /**
     * All that need neither a fit nor a season. Each falls back to the mean of the training part.
     */
    static List<Method> methods(Normaliser normaliser) {
        return List.of(
                new Method(
                        MethodName.LOCF,
                        visible -> Estimates.of(lastObservation(visible.rows(), normaliser))),
                new Method(
                        MethodName.MOVING_AVERAGE,
                        visible -> Estimates.of(movingAverage(visible.rows(), normaliser))),
                new Method(
                        MethodName.LINEAR,
                        visible ->
                                Estimates.of(
                                        linear(visible.rows(), visible.places(), normaliser))));
    }

    /**
     * The last value at the same place of the season.
     *
     * @param season its slots
     */
    static Method seasonalNaive(Normaliser normaliser, int season) {
        return new Method(
                MethodName.SEASONAL_NAIVE,
                visible -> Estimates.of(seasonal(visible.rows(), normaliser, season)));
    }

    /** The last value seen; the training mean before any. */
    public static double[][] lastObservation(double[][] visible, Normaliser normaliser) {
        double[][] filled = new double[visible.length][];
        double[] last = normaliser.mean();
        for (int t = 0; t < visible.length; t++) {
            for (int d = 0; d < last.length; d++) {
                last[d] = Double.isNaN(visible[t][d]) ? last[d] : visible[t][d];
            }
            filled[t] = last.clone();
        }
        return filled;
    }

    /**
     * The mean of the last {@link #AVERAGED} values seen before the slot, of fewer at the start.
     */
    static double[][] movingAverage(double[][] visible, Normaliser normaliser) {
        double[] mean = normaliser.mean();
        double[][] filled = new double[visible.length][mean.length];
        for (int d = 0; d < mean.length; d++) {
            double[] ring = new double[AVERAGED];
            int seen = 0;
            for (int t = 0; t < visible.length; t++) {
                filled[t][d] = seen == 0 ? mean[d] : mean(ring, Math.min(seen, AVERAGED));
                if (!Double.isNaN(visible[t][d])) {
                    ring[seen++ % AVERAGED] = visible[t][d];
                }
            }
        }
        return filled;
    }

    private static double mean(double[] ring, int filled) {
        double sum = 0;
        for (int i = 0; i < filled; i++) {
            sum += ring[i];
        }
        return sum / filled;
    }

    /** The last value seen at the same place of the season; the last observation before any. */
    static double[][] seasonal(double[][] visible, Normaliser normaliser, int season) {
        double[][] filled = lastObservation(visible, normaliser);
        double[][] lastAtPlace = new double[season][normaliser.channelCount()];
        for (double[] last : lastAtPlace) {
            Arrays.fill(last, Double.NaN);
        }
        for (int t = 0; t < visible.length; t++) {
            double[] last = lastAtPlace[t % season];
            for (int d = 0; d < last.length; d++) {
                if (!Double.isNaN(visible[t][d])) {
                    last[d] = visible[t][d];
                } else if (!Double.isNaN(last[d])) {
                    filled[t][d] = last[d];
                }
            }
        }
        return filled;
    }

    /**
     * The line between the values around a hole; held at both ends; the mean if there is none.
     *
     * @param places where the rows lie on the line, each after the one before
     */
    static double[][] linear(double[][] visible, long[] places, Normaliser normaliser) {
        double[] mean = normaliser.mean();
        double[][] filled = new double[visible.length][mean.length];
        for (int d = 0; d < mean.length; d++) {
            int before = -1;
            for (int t = 0; t <= visible.length; t++) {
                if (t == visible.length || !Double.isNaN(visible[t][d])) {
                    fill(visible, places, filled, d, before, t, mean[d]);
                    before = t;
                }
            }
        }
        return filled;
    }

    private static void fill(
            double[][] visible,
            long[] places,
            double[][] filled,
            int d,
            int before,
            int after,
            double mean) {
        boolean hasAfter = after < visible.length;
        double left = before >= 0 ? visible[before][d] : hasAfter ? visible[after][d] : mean;
        double right = hasAfter ? visible[after][d] : left;
        boolean between = before >= 0 && hasAfter;
        for (int t = before + 1; t < after; t++) {
            filled[t][d] =
                    between
                            ? left
                                    + (right - left)
                                            * (places[t] - places[before])
                                            / (places[after] - places[before])
                            : left;
        }
        if (hasAfter) {
            filled[after][d] = right;
        }
    }
}
