package io.hindsight.trainer.judge;

/**
 * What a method's mean absolute error has above the causal step's on the same cells, in z units;
 * positive where the causal step is better.
 *
 * @param value the difference
 * @param low low end of its 90 % interval
 * @param high high end of its 90 % interval
 * @param clear whether the interval leaves out 0
 */
public record Difference(double value, double low, double high, boolean clear) {

    static Difference of(double value, double[] resamples) {
        double[] ends = Bootstrap.interval(resamples);
        return new Difference(value, ends[0], ends[1], ends[0] > 0 || ends[1] < 0);
    }
}
