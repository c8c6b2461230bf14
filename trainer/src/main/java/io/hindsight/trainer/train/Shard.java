package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameters;
import java.util.SplittableRandom;

/** One fixed part of every batch: a network with its own memory and gradients, shared weights. */
public interface Shard extends AutoCloseable {
    Parameters parameters();

    /**
     * Draws windows and hides cells of them.
     *
     * @param learn whether to take features away and, where there is a guide, to ask it
     */
    Counts draw(WindowSource source, SplittableRandom random, boolean learn);

    /**
     * This shard's part of the loss on the windows last drawn, averaged over the whole batch.
     *
     * @param total the counts of all shards
     * @param learn whether to set the gradients too
     */
    double loss(Counts total, boolean learn);

    @Override
    void close();
}
