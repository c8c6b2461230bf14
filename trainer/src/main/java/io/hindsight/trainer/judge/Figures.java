package io.hindsight.trainer.judge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Errors on hidden cells, in one unit: z or a channel's own.
 *
 * @param mae mean absolute error
 * @param mse mean squared error
 * @param rmse its root
 * @param r2 share of the truth's variance that is explained; 0 if it has none
 * @param mre sum of absolute errors over the sum of absolute truths
 * @param mape mean of absolute errors over absolute truths, where the truth is not close to zero
 * @param mapeLeftOut cells without a share in {@code mape}: their truth is within a thousandth of
 *     the channel's scale of zero
 * @param count hidden cells that were judged
 * @param bounds intervals of the errors; null if the cells are in too few places for any
 * @param spread how well the method knows its own errors; null if it says nothing of them, and in
 *     natural units
 */
public record Figures(
        double mae,
        double mse,
        double rmse,
        double r2,
        double mre,
        double mape,
        long mapeLeftOut,
        long count,
        @JsonUnwrapped Bounds bounds,
        @JsonUnwrapped SpreadFigures spread) {

    Figures with(Bounds bounds, SpreadFigures spread) {
        return new Figures(mae, mse, rmse, r2, mre, mape, mapeLeftOut, count, bounds, spread);
    }
}
