package io.hindsight.trainer.calibrate;

import io.hindsight.model.score.StudentT;
import io.hindsight.model.spread.SpreadTable;
import java.util.Arrays;

/**
 * The factors of a {@link SpreadTable}: for each situation and level the quantile of |error| /
 * scale over Student's own, times what each channel's is beside all channels'. A situation with few
 * cells takes the factor of its kind.
 *
 * <p>What comes after the validation part may be as unlike it as its own thirds are unlike each
 * other: factors are widened half the way to those of the third in which errors were greatest, in
 * each situation by its own thirds.
 */
final class SpreadFit {
    private static final int LEAST_CELLS = 100;
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e3;

    private final int channels;
    private final float[] factors;

    SpreadFit(int channels) {
        this.channels = channels;
        this.factors = new float[SpreadTable.SITUATIONS * SpreadTable.LEVEL_COUNT * channels];
        Arrays.fill(factors, 1);
    }

    /** Sets the factors of the situations from {@code first} up to {@code end}. */
    void fit(Cells cells, int first, int end) {
        double[] all = ratios(cells, -1, -1);
        if (all.length < LEAST_CELLS) {
            return;
        }
        double[] ofAll = quantiles(all);
        double[] marginsOfAll = margins(cells, -1, ofAll);
        double[][] ofChannel = new double[channels][];
        for (int d = 0; d < channels; d++) {
            double[] ratios = ratios(cells, -1, d);
            ofChannel[d] = ratios.length < LEAST_CELLS ? ofAll : quantiles(ratios);
        }
        for (int situation = first; situation < end; situation++) {
            double[] ratios = ratios(cells, situation, -1);
            boolean few = ratios.length < LEAST_CELLS;
            double[] here = few ? ofAll : quantiles(ratios);
            double[] margins = few ? marginsOfAll : margins(cells, situation, here);
            for (int d = 0; d < channels; d++) {
                set(situation, d, here, ofChannel[d], ofAll, margins);
            }
        }
    }

    /**
     * For each level half of what the widest third is wider than all three, and no less than for
     * the level within: the tails of a third are too thin to say it for themselves.
     */
    private static double[] margins(Cells cells, int situation, double[] all) {
        double[] margins = new double[SpreadTable.LEVEL_COUNT];
        Arrays.fill(margins, 1);
        for (int third = 0; third < 3; third++) {
            double[] ratios = ratios(cells, situation, -1, third);
            if (ratios.length >= LEAST_CELLS) {
                double[] quantiles = quantiles(ratios);
                for (int level = 0; level < margins.length; level++) {
                    double wider = (1 + quantiles[level] / all[level]) / 2;
                    margins[level] = Math.max(margins[level], wider);
                }
            }
        }
        for (int level = 1; level < margins.length; level++) {
            margins[level] = Math.max(margins[level], margins[level - 1]);
        }
        return margins;
    }

    private void set(
            int situation,
            int d,
            double[] here,
            double[] ofChannel,
            double[] ofAll,
            double[] margins) {
        double widest = 0;
        for (int level = 0; level < SpreadTable.LEVEL_COUNT; level++) {
            double student = StudentT.centralQuantile(SpreadTable.level(level));
            double ratio = here[level] * (ofChannel[level] / ofAll[level]) * margins[level];
            widest = Math.max(widest, ratio);
            double factor = Math.min(Math.max(widest / student, LEAST), MOST);
            factors[(situation * SpreadTable.LEVEL_COUNT + level) * channels + d] = (float) factor;
        }
    }

    private static double[] ratios(Cells cells, int situation, int channel) {
        return ratios(cells, situation, channel, -1);
    }

    /** |error| / scale of one situation, one channel and one third, −1 for all, in order. */
    private static double[] ratios(Cells cells, int situation, int channel, int third) {
        double[] ratios = new double[cells.count];
        int count = 0;
        for (int k = 0; k < cells.count; k++) {
            if ((situation < 0 || cells.situation[k] == situation)
                    && (channel < 0 || cells.channel[k] == channel)
                    && (third < 0 || cells.third[k] == third)) {
                ratios[count++] = Math.abs(cells.error[k]) / cells.scale[k];
            }
        }
        double[] sorted = Arrays.copyOf(ratios, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] quantiles(double[] sorted) {
        double[] quantiles = new double[SpreadTable.LEVEL_COUNT];
        for (int level = 0; level < quantiles.length; level++) {
            double at = SpreadTable.level(level) * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            double value = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
            quantiles[level] = Math.max(value, 1e-6);
        }
        return quantiles;
    }

    float[] factors() {
        return factors.clone();
    }
}
