package io.hindsight.model.score;

/**
 * Student's t distribution with four degrees of freedom: heavy enough that one odd value does not
 * rule a training, and with a distribution function in closed form.
 *
 * <p>With s = |t| / √(4 + t²) the two-sided tail probability is 1 − (3s − s³)/2 = ½·(1 − s)²·(2 +
 * s) (Abramowitz and Stegun 26.7.4, for even degrees of freedom). 1 − s is taken as 4 / ((4 + t²)(1
 * + s)), so that nothing cancels however far out the value lies.
 */
public final class StudentT {
    public static final int DEGREES_OF_FREEDOM = 4;

    /** Standard deviation of the distribution with scale 1: √(ν / (ν − 2)). */
    public static final double STANDARD_DEVIATION = Math.sqrt(2);

    private StudentT() {}

    /** P(|T| ≥ |t|): about 6/t⁴ far out, 0 where that underflows (|t| over 1e81), NaN for NaN. */
    public static double twoSidedTail(double t) {
        double t2 = t * t;
        if (Double.isInfinite(t2)) {
            return 0;
        }
        double s = Math.abs(t) / Math.sqrt(4 + t2);
        double oneMinusS = 4 / ((4 + t2) * (1 + s));
        return 0.5 * oneMinusS * oneMinusS * (2 + s);
    }

    /**
     * The t for which P(|T| ≤ t) is the given share (Shaw 2006): with α = 1 − share², t = 2·√(q −
     * 1) for q = cos(⅓·arccos √α) / √α.
     *
     * @param share at least 0 and below 1
     */
    public static double centralQuantile(double share) {
        double root = Math.sqrt((1 - share) * (1 + share));
        double q = StrictMath.cos(StrictMath.acos(root) / 3) / root;
        return 2 * Math.sqrt(Math.max(q - 1, 0));
    }
}
