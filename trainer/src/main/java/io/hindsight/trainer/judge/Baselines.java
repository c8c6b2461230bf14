package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import java.util.List;

/** What anyone could fill a hole with. Rows are [slots][channels] in natural units, NaN a hole. */
public final class Baselines {
    private Baselines() {}

    /** All of them, falling back to the mean of the training part. */
    static List<Method> methods(Normaliser normaliser) {
        return List.of(
                new Method(
                        MethodName.LOCF,
                        visible -> Estimates.of(lastObservation(visible.rows(), normaliser))),
                new Method(
                        MethodName.LINEAR,
                        visible -> Estimates.of(linear(visible.rows(), normaliser))));
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

    /** The line between the values around a hole; held at both ends; the mean if there is none. */
    static double[][] linear(double[][] visible, Normaliser normaliser) {
        double[] mean = normaliser.mean();
        double[][] filled = new double[visible.length][mean.length];
        for (int d = 0; d < mean.length; d++) {
            int before = -1;
            for (int t = 0; t <= visible.length; t++) {
                if (t == visible.length || !Double.isNaN(visible[t][d])) {
                    fill(visible, filled, d, before, t, mean[d]);
                    before = t;
                }
            }
        }
        return filled;
    }

    private static void fill(
            double[][] visible, double[][] filled, int d, int before, int after, double mean) {
        boolean hasAfter = after < visible.length;
        double left = before >= 0 ? visible[before][d] : hasAfter ? visible[after][d] : mean;
        double right = hasAfter ? visible[after][d] : left;
        for (int t = before + 1; t < after; t++) {
            filled[t][d] = left + (right - left) * (t - before) / (after - before);
        }
        if (hasAfter) {
            filled[after][d] = right;
        }
    }
}
