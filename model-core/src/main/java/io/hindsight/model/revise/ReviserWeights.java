package io.hindsight.model.revise;

import io.hindsight.model.recurrent.CellWeights;
import io.hindsight.model.student.StudentWeights;

/**
 * A reviser's numbers, immutable, shared by all threads.
 *
 * @see Reviser
 */
public final class ReviserWeights {
    final BackwardWeights filter;
    final CellWeights cell;
    final float[] normWeight;
    final float[] normBias;
    final float[] imputeWeight;
    final float[] imputeBias;
    final float[] shrink;

    /**
     * @param normWeight [G], of the backward hidden state
     * @param normBias [G]
     * @param imputeWeight [4D, G + 8N + 2P + H], row-major: D rows each of μ, l, gate and gated
     *     value
     * @param imputeBias [4D]
     * @param shrink [2, D], 0 to {@value StudentWeights#MOST_SHRINK}: factors of the correction in
     *     a slot of which something was seen, and in a silent one
     */
    public ReviserWeights(
            BackwardWeights filter,
            CellWeights cell,
            float[] normWeight,
            float[] normBias,
            float[] imputeWeight,
            float[] imputeBias,
            float[] shrink) {
        for (float factor : shrink) {
            if (!(factor >= 0 && factor <= StudentWeights.MOST_SHRINK)) {
                throw new IllegalArgumentException(
                        "shrink_reverse must be 0 to "
                                + StudentWeights.MOST_SHRINK
                                + ": "
                                + factor);
            }
        }
        this.filter = filter;
        this.cell = cell;
        this.normWeight = normWeight.clone();
        this.normBias = normBias.clone();
        this.imputeWeight = imputeWeight.clone();
        this.imputeBias = imputeBias.clone();
        this.shrink = shrink.clone();
    }
}
