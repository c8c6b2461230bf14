package io.hindsight.trainer.train;

/** Remembers the weights of the best epoch and says when waiting for a better one is over. */
final class EarlyStopping<W> {
    private final int patience;
    private double bestLoss;
    private W bestWeights;
    private int bestEpoch;
    private int epochs;

    /**
     * @param start the weights before the first epoch
     */
    EarlyStopping(int patience, W start) {
        this(patience, start, Double.POSITIVE_INFINITY, 0, 0);
    }

    /** Goes on after {@code epochs} epochs. */
    EarlyStopping(int patience, W bestWeights, double bestLoss, int bestEpoch, int epochs) {
        this.patience = patience;
        this.bestWeights = bestWeights;
        this.bestLoss = bestLoss;
        this.bestEpoch = bestEpoch;
        this.epochs = epochs;
    }

    /** Whether an epoch that ended with this loss is the best one so far. */
    boolean improves(double loss) {
        return loss < bestLoss;
    }

    /** Takes an epoch's end in; {@code weights} are remembered if it is the best one. */
    void epoch(double loss, W weights) {
        epochs++;
        if (improves(loss)) {
            bestLoss = loss;
            bestWeights = weights;
            bestEpoch = epochs;
        }
    }

    boolean isOver() {
        return epochs - bestEpoch >= patience;
    }

    W bestWeights() {
        return bestWeights;
    }

    double bestLoss() {
        return bestLoss;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    int epochs() {
        return epochs;
    }
}
