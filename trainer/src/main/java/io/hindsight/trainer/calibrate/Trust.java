package io.hindsight.trainer.calibrate;

import io.hindsight.model.spread.SpreadTable;
import java.util.function.IntPredicate;

/**
 * How far a net's correction is trusted: the factor γ, of a few, that makes its errors least beside
 * those of what it corrects, for each channel. Where it hardly gains over all channels together,
 * none of it is let out: what comes after the validation part is not quite like it, and a channel
 * that gains among many that do not is more likely luck.
 */
final class Trust {
    private static final double[] FACTORS = {
        0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1.125, 1.25
    };
    private static final int LEAST_CELLS = 100;

    /** What absolute and squared error of all channels must lose, as shares of what they were. */
    private static final double LEAST_GAIN = 0.02;

    private Trust() {}

    /**
     * Chooses for each channel, or for all together where a channel has too few cells.
     *
     * @param without errors without the correction
     * @param with errors with all of it, of the same cells
     * @param situations the situations to look at
     * @return [channels]
     */
    static float[] choose(Cells without, Cells with, int channels, IntPredicate situations) {
        double[][] absolute = new double[channels + 1][FACTORS.length];
        double[][] squared = new double[channels + 1][FACTORS.length];
        int[] counts = new int[channels + 1];
        for (int k = 0; k < with.count; k++) {
            if (situations.test(with.situation[k])) {
                for (int at : new int[] {with.channel[k], channels}) {
                    counts[at]++;
                    for (int f = 0; f < FACTORS.length; f++) {
                        double error =
                                without.error[k] + FACTORS[f] * (with.error[k] - without.error[k]);
                        absolute[at][f] += Math.abs(error);
                        squared[at][f] += error * error;
                    }
                }
            }
        }
        float[] chosen = new float[channels];
        if (counts[channels] < LEAST_CELLS
                || least(absolute[channels], squared[channels]) > 2 - LEAST_GAIN) {
            return chosen;
        }
        for (int d = 0; d < channels; d++) {
            int at = counts[d] >= LEAST_CELLS ? d : channels;
            chosen[d] = (float) FACTORS[best(absolute[at], squared[at])];
        }
        return chosen;
    }

    private static double least(double[] absolute, double[] squared) {
        return cost(absolute, squared, best(absolute, squared));
    }

    private static int best(double[] absolute, double[] squared) {
        int best = 0;
        for (int f = 1; f < FACTORS.length; f++) {
            if (cost(absolute, squared, f) < cost(absolute, squared, best)) {
                best = f;
            }
        }
        return best;
    }

    /** 2 for no correction. */
    private static double cost(double[] absolute, double[] squared, int factor) {
        return absolute[factor] / Math.max(1e-12, absolute[0])
                + squared[factor] / Math.max(1e-12, squared[0]);
    }

    /** Imputed or revised, in a silent slot or not. */
    static IntPredicate silent(boolean silent) {
        int length = SpreadTable.PREDICTED / 2;
        return situation -> {
            int within =
                    situation > SpreadTable.PREDICTED
                            ? situation - SpreadTable.PREDICTED - 1
                            : situation;
            return silent == within >= length;
        };
    }
}
