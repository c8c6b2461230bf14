package io.hindsight.trainer.train;

/**
 * What counts how much.
 *
 * @param imputation weight of the imputation head's loss on hidden cells
 * @param prediction weight of the prediction head's loss on known cells
 * @param teacher weight of the loss under the teacher's belief, relative to the imputation's
 */
public record LossWeights(double imputation, double prediction, double teacher) {}
