package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameters;

/** One fixed part of every batch: a network with its own memory and gradients, shared weights. */
public interface Shard extends AutoCloseable {
    Parameters parameters();

    /** Begins all lanes anew, for an epoch of training. */
    void beginEpoch(long seed, int epoch);

    /** Moves the training lanes on by a batch. */
    Counts draw();

    /** Takes one of the fixed validation batches; they come in their order. */
    Counts drawValidation(int number);

    /**
     * This shard's part of the loss on the batch last drawn, averaged over all shards' cells.
     *
     * @param total the counts of all shards
     * @param learn whether to set the gradients too
     */
    double loss(Counts total, boolean learn);

    @Override
    void close();
}
