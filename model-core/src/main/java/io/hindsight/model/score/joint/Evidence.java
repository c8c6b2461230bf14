package io.hindsight.model.score.joint;

/**
 * What a deviation of u spreads says against a value being as expected: ψ(u) = 3·ln(1 + u²/5), the
 * negative logarithm of Student's t density with five degrees of freedom.
 *
 * <p>It grows as the logarithm of the deviation, so that one wild channel cannot stand for many
 * that are moderately strange, as it could if squares were summed.
 */
final class Evidence {
    private static final double FREEDOM = 5;
    private static final double FACTOR = (FREEDOM + 1) / 2;

    private Evidence() {}

    /** 1 + u²/5: what several deviations have of it is multiplied, and one logarithm taken. */
    static double odds(double u) {
        return 1 + u * u / FREEDOM;
    }

    /** The sum of ψ over deviations whose {@link #odds} were multiplied. */
    static double ofOdds(double product) {
        return FACTOR * StrictMath.log(product);
    }

    /** ψ(u), 0 for a value as expected. */
    static double of(double u) {
        return ofOdds(odds(u));
    }
}
