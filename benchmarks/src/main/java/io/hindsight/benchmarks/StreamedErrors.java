package io.hindsight.benchmarks;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.judge.Figures;

/**
 * The errors of what a job imputed, in z units, summed here and not by the trainer; and how far its
 * values are from those of {@code evaluate}, cell by cell.
 */
final class StreamedErrors {
    /** The figures are sums of the same numbers in the same order; a difference is no rounding. */
    static final double TOLERANCE = 1e-9;

    private final Normaliser normaliser;
    private long cells;
    private long missing;
    private double absolute;
    private double squared;
    private double largest;

    StreamedErrors(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** Takes a cell in natural units; a streamed value of NaN was never said. */
    void add(int channel, double truth, double streamed, double evaluated) {
        cells++;
        if (Double.isNaN(streamed)) {
            missing++;
            return;
        }
        double z = normaliser.toZ(channel, streamed);
        double error = Math.abs(z - normaliser.toZ(channel, truth));
        absolute += error;
        squared += error * error;
        largest = Math.max(largest, Math.abs(z - normaliser.toZ(channel, evaluated)));
    }

    long cells() {
        return cells;
    }

    /** Cells of which the job said nothing. */
    long missing() {
        return missing;
    }

    double mae() {
        return absolute / Math.max(1, cells - missing);
    }

    double mse() {
        return squared / Math.max(1, cells - missing);
    }

    /** By how much a value is off from what {@code evaluate} says of its cell, at most. */
    double largestDifference() {
        return largest;
    }

    /** Whether every cell came back with the bits that these figures are of. */
    boolean isThatOf(Figures evaluated) {
        return cells > 0
                && missing == 0
                && cells == evaluated.count()
                && largest == 0
                && Math.abs(mae() - evaluated.mae()) <= TOLERANCE
                && Math.abs(mse() - evaluated.mse()) <= TOLERANCE;
    }
}
