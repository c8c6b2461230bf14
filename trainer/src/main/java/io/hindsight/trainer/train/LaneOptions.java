package io.hindsight.trainer.train;

/**
 * How batches are cut from the data.
 *
 * @param steps slots of a batch: gradients flow back so far
 * @param lanes in a batch, over all shards
 * @param shards fixed parts of a batch
 * @param validationBatches batches of the fixed validation lanes
 * @param dropout share of input features that a lane goes without in a batch
 */
public record LaneOptions(int steps, int lanes, int shards, int validationBatches, double dropout) {

    int lanesInShard() {
        return lanes / shards;
    }

    long validationSeed() {
        return 0x5DEECE66DL;
    }
}
