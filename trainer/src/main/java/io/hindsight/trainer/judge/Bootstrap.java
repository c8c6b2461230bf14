package io.hindsight.trainer.judge;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The moving block bootstrap (Künsch 1989), its time closed to a circle so that each unit is drawn
 * as often as any other (Politis and Romano 1992). All figures are ratios of sums over units, so a
 * resample is a handful of additions; and all methods and groups share one set of resamples, so
 * that differences between methods are paired.
 *
 * <p>Where errors go together for longer than a block, intervals come out too narrow.
 */
final class Bootstrap {
    static final int RESAMPLES = 400;

    /** Share of the resamples inside an interval. */
    static final double SHARE = 0.9;

    private final int unitsPerBlock;
    private final int units;
    private final int[][] starts;

    Bootstrap(TimeBlocks blocks, int resamples, long seed) {
        unitsPerBlock = blocks.unitsPerBlock();
        units = blocks.units();
        starts = new int[resamples][blocks.count()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int[] drawn : starts) {
            Arrays.setAll(drawn, i -> random.nextInt(units));
        }
    }

    /** The ratio of two sums over the units that were drawn, for each resample; NaN is 0/0. */
    double[] ratios(double[] numerators, double[] denominators) {
        double[] above = totals(numerators);
        double[] below = totals(denominators);
        Arrays.setAll(above, i -> above[i] / below[i]);
        return above;
    }

    private double[] totals(double[] ofUnits) {
        double[] ofBlocks = new double[units];
        for (int start = 0; start < units; start++) {
            for (int i = 0; i < unitsPerBlock; i++) {
                ofBlocks[start] += ofUnits[(start + i) % units];
            }
        }
        double[] totals = new double[starts.length];
        for (int i = 0; i < totals.length; i++) {
            for (int start : starts[i]) {
                totals[i] += ofBlocks[start];
            }
        }
        return totals;
    }

    /** The central {@link #SHARE} of the values, low end and high end; NaN has no share in it. */
    static double[] interval(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return new double[] {at(sorted, (1 - SHARE) / 2), at(sorted, (1 + SHARE) / 2)};
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
