package io.hindsight.trainer.train;

/**
 * The shape of a batch.
 *
 * @param steps slots in a window
 * @param windows windows in a batch, over all shards
 * @param shards parts of a batch that run apart; fixed, so that threads change no sum
 * @param dropout share of input features that a window goes without
 */
public record WindowOptions(int steps, int windows, int shards, double dropout) {
    /** Windows in one shard. */
    public int windowsInShard() {
        return windows / shards;
    }
}
