package io.hindsight.trainer.train;

import io.hindsight.trainer.loss.CellLoss;

/**
 * What a student is trained for.
 *
 * @param loss of a cell
 * @param imputation weight of the imputation head's loss on hidden cells
 * @param prediction weight of the prediction head's loss on known cells
 * @param belief share, 0 to 1, of the imputation's loss that is taken under what a teacher believes
 *     of a cell instead of at its truth
 * @param state weight of the mean squared distance from a teacher's backward state
 */
public record Objective(
        CellLoss loss, double imputation, double prediction, double belief, double state) {

    /** By the truth alone. */
    public static Objective truth(CellLoss loss, double prediction) {
        return new Objective(loss, 1, prediction, 0, 0);
    }

    /** The same with a teacher's say. */
    public Objective taught(double byBelief, double byState) {
        return new Objective(loss, imputation, prediction, byBelief, byState);
    }
}
