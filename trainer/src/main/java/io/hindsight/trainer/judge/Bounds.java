package io.hindsight.trainer.judge;

/**
 * How far errors would wander were the time another one: 90 % intervals.
 *
 * @param maeLow low end of the mean absolute error
 * @param maeHigh its high end
 * @param mseLow low end of the mean squared error
 * @param mseHigh its high end
 */
public record Bounds(double maeLow, double maeHigh, double mseLow, double mseHigh) {

    Bounds scaledBy(double scale) {
        double square = scale * scale;
        return new Bounds(maeLow * scale, maeHigh * scale, mseLow * square, mseHigh * square);
    }
}
