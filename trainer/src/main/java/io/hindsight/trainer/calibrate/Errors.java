package io.hindsight.trainer.calibrate;

/**
 * Mean absolute and mean squared error of hidden cells, in the z units of a bundle's normaliser;
 * NaN where nothing was hidden.
 */
public record Errors(double mae, double mse) {
    /** What bundles are compared by. */
    public double score() {
        return mae + mse;
    }
}
