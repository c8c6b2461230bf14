package io.hindsight.model.score;

/**
 * Scores as exponents of tail probabilities: 3 means that the model gives one chance in a thousand
 * to a value so far from its prediction. Scores are limited to [0, {@link #HIGHEST}].
 */
public final class Surprise {
    /** The highest score; beyond it a tail probability has no meaning. */
    public static final float HIGHEST = 30f;

    private Surprise() {}

    /**
     * −log10 of the probability that a value of this channel lies as far out as this one.
     *
     * @param residual observed − predicted, in any unit
     * @param scale the predicted scale in the same unit, positive
     */
    public static float ofChannel(double residual, double scale) {
        return exponent(StudentT.twoSidedTail(residual / scale));
    }

    /**
     * −log10 of the probability that the strongest of n channels is as strong as this one, were
     * they independent (Šidák): 1 − (1 − p)ⁿ.
     *
     * @param strongest the highest channel score
     * @param channels n, how many were observed, at least 1
     */
    public static float ofReading(float strongest, int channels) {
        double p = StrictMath.pow(10, -strongest);
        return exponent(-StrictMath.expm1(channels * StrictMath.log1p(-p)));
    }

    private static float exponent(double probability) {
        double score = -StrictMath.log10(probability);
        return (float) Math.min(Math.max(score, 0), HIGHEST);
    }
}
