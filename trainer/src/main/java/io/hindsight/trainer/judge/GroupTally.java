package io.hindsight.trainer.judge;

import java.util.Arrays;

/** One method's errors on one group of cells, in z units, whole and for each unit of time. */
final class GroupTally {
    /** With cells in fewer units than this an interval would say nothing. */
    private static final int LEAST_UNITS = 10;

    private final ErrorSums errors = new ErrorSums(1);
    private final SpreadSums spreads = new SpreadSums();
    private final double[] count;
    private final double[] absolute;
    private final double[] squared;

    /**
     * @param units of time
     */
    GroupTally(int units) {
        count = new double[units];
        absolute = new double[units];
        squared = new double[units];
    }

    void add(int unit, double estimate, double truth) {
        errors.add(estimate, truth);
        double error = estimate - truth;
        count[unit]++;
        absolute[unit] += Math.abs(error);
        squared[unit] += error * error;
    }

    void add(SpreadScore score) {
        spreads.add(score);
    }

    boolean hasIntervals() {
        return Arrays.stream(count).filter(n -> n > 0).count() >= LEAST_UNITS;
    }

    /** The mean absolute error in each resample. */
    double[] resampledMae(Bootstrap bootstrap) {
        return bootstrap.ratios(absolute, count);
    }

    Figures figures(Bootstrap bootstrap) {
        return errors.figures().with(bounds(bootstrap), spreads.figures());
    }

    private Bounds bounds(Bootstrap bootstrap) {
        if (!hasIntervals()) {
            return null;
        }
        double[] mae = Bootstrap.interval(resampledMae(bootstrap));
        double[] mse = Bootstrap.interval(bootstrap.ratios(squared, count));
        return new Bounds(mae[0], mae[1], mse[0], mse[1]);
    }
}
