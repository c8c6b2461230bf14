package io.hindsight.model.student;

import io.hindsight.model.recurrent.CellWeights;

/**
 * A student's numbers: the recurrent layer, its norm, the two heads and how far their corrections
 * are trusted. Immutable, shared by all threads.
 *
 * @see Student
 */
public final class StudentWeights {
    /** Largest factor of a correction. */
    public static final float MOST_SHRINK = 2;

    final CellWeights cell;
    final float[] normWeight;
    final float[] normBias;
    final float[] predictWeight;
    final float[] predictBias;
    final float[] imputeWeight;
    final float[] imputeBias;
    final float[] shrink;

    /**
     * @param normWeight [H]
     * @param normBias [H]
     * @param predictWeight [2D, H + 4N + 2P], row-major: D rows of means, then D of log scales
     * @param predictBias [2D]
     * @param imputeWeight [4D, H + I], row-major: D rows each of μ, l, gate and gated value
     * @param imputeBias [4D]
     * @param shrink [3, D], 0 to {@value #MOST_SHRINK}: factors of the correction when imputing a
     *     slot of which something was seen, when imputing a silent slot, when predicting
     */
    public StudentWeights(
            CellWeights cell,
            float[] normWeight,
            float[] normBias,
            float[] predictWeight,
            float[] predictBias,
            float[] imputeWeight,
            float[] imputeBias,
            float[] shrink) {
        for (float factor : shrink) {
            if (!(factor >= 0 && factor <= MOST_SHRINK)) {
                throw new IllegalArgumentException(
                        "shrink must be 0 to " + MOST_SHRINK + ": " + factor);
            }
        }
        this.cell = cell;
        this.normWeight = normWeight.clone();
        this.normBias = normBias.clone();
        this.predictWeight = predictWeight.clone();
        this.predictBias = predictBias.clone();
        this.imputeWeight = imputeWeight.clone();
        this.imputeBias = imputeBias.clone();
        this.shrink = shrink.clone();
    }
}
