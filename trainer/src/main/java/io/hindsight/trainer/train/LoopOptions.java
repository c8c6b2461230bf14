package io.hindsight.trainer.train;

/**
 * How long and how fast to learn.
 *
 * @param epochs most epochs
 * @param updatesPerEpoch batches between two validations
 * @param validationBatches batches of a validation
 * @param learningRate at its peak
 * @param weightDecay share of a weight lost in an update, relative to the learning rate
 * @param patience epochs without a better validation loss before the end
 * @param seed of windows, hidden cells and dropout
 * @param threads that shards may run on
 */
public record LoopOptions(
        int epochs,
        int updatesPerEpoch,
        int validationBatches,
        double learningRate,
        double weightDecay,
        int patience,
        long seed,
        int threads) {

    /** The same with another learning rate at its peak. */
    public LoopOptions withLearningRate(double rate) {
        return new LoopOptions(
                epochs,
                updatesPerEpoch,
                validationBatches,
                rate,
                weightDecay,
                patience,
                seed,
                threads);
    }
}
