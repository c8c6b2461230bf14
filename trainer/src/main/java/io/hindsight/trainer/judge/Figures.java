package io.hindsight.trainer.judge;

/**
 * Errors on hidden cells.
 *
 * @param mae mean absolute error
 * @param mse mean squared error
 * @param rmse its root
 * @param r2 share of the truth's variance that is explained; 0 if it has none
 * @param mre sum of absolute errors over the sum of absolute truths
 * @param count hidden cells that were judged
 */
public record Figures(double mae, double mse, double rmse, double r2, double mre, long count) {}
