package io.hindsight.model.student;

import io.hindsight.model.recurrent.CellWeights;

/**
 * A student's numbers: the recurrent layer and the two heads. Immutable, shared by all threads.
 *
 * @see Student
 */
public final class StudentWeights {
    final CellWeights cell;
    final float[] predictWeight;
    final float[] predictBias;
    final float[] imputeWeight;
    final float[] imputeBias;

    /**
     * @param predictWeight [2D, H + 2D + 2P], row-major: D rows of means, then D of log scales
     * @param predictBias [2D]
     * @param imputeWeight [4D, H + I], row-major: D rows each of μ, l, gate and gated value
     * @param imputeBias [4D]
     */
    public StudentWeights(
            CellWeights cell,
            float[] predictWeight,
            float[] predictBias,
            float[] imputeWeight,
            float[] imputeBias) {
        this.cell = cell;
        this.predictWeight = predictWeight.clone();
        this.predictBias = predictBias.clone();
        this.imputeWeight = imputeWeight.clone();
        this.imputeBias = imputeBias.clone();
    }
}
