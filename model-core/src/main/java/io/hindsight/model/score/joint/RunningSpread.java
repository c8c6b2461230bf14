package io.hindsight.model.score.joint;

/**
 * Follows the spread of one kind of deviation: a normal distribution's standard deviation by the 80
 * % quantile of |deviation|, slowly. It neither widens with what a model expects of the next value
 * nor follows an event while it lasts, since a spread that does hides anomalies; what drifts over
 * days it takes for the new ordinary.
 *
 * <p>0 is the spread of what was never seen.
 */
final class RunningSpread {
    /** In the units of the deviations, z units: what lies closer together is noise. */
    static final double LEAST = 0.05;

    private static final double SHARE = 0.8;
    private static final double NORMAL_QUANTILE = 1.2816;
    private static final double RATE = 0.005;

    private final RunningQuantile quantile = new RunningQuantile(SHARE, RATE, LEAST);

    void at(int readings) {
        quantile.at(readings);
    }

    /** The deviation in spreads, as they were before it; 0 if there is no spread yet. */
    static double units(double deviation, float spread) {
        return spread == 0 ? 0 : deviation / spread;
    }

    /** The spread after a deviation that is finite. */
    float after(float spread, double deviation) {
        double size = Math.abs(deviation);
        float before = spread == 0 ? quantile.from(size) : spread;
        return quantile.after(before, size / NORMAL_QUANTILE);
    }
}
