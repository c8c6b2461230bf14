package io.hindsight.trainer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Runs the loops of one training, each over shards that are made for it and closed after it. */
public final class LoopRunner {
    private final int shards;
    private final Progress progress;
    private final Checkpoints checkpoints;

    /**
     * @param shards parts of a batch
     * @param checkpoints of all networks of the training
     */
    public LoopRunner(int shards, Progress progress, Checkpoints checkpoints) {
        this.shards = shards;
        this.progress = progress;
        this.checkpoints = checkpoints;
    }

    /**
     * Runs to the end and leaves the best weights.
     *
     * @param learns the names of the parameters that change
     * @param shardOf makes a shard, by its index
     */
    public Loop.Outcome run(
            String network,
            LoopOptions options,
            Predicate<String> learns,
            IntFunction<Shard> shardOf) {
        return run(network, options, learns, shardOf, Optional.empty(), options.epochs()).outcome();
    }

    /**
     * Runs on from a state until so many epochs are done, as {@link Loop#run(Progress, Optional,
     * int)} does.
     *
     * @param shardOf makes a shard, by its index
     */
    public LoopState run(
            String network,
            LoopOptions options,
            IntFunction<Shard> shardOf,
            Optional<LoopState> from,
            int untilEpoch) {
        return run(network, options, name -> true, shardOf, from, untilEpoch);
    }

    private LoopState run(
            String network,
            LoopOptions options,
            Predicate<String> learns,
            IntFunction<Shard> shardOf,
            Optional<LoopState> from,
            int untilEpoch) {
        List<Shard> made = new ArrayList<>();
        try {
            for (int shard = 0; shard < shards; shard++) {
                made.add(shardOf.apply(shard));
            }
            return new Loop(network, made, options, checkpoints, learns)
                    .run(progress, from, untilEpoch);
        } finally {
            made.forEach(Shard::close);
        }
    }
}
