package io.hindsight.trainer.train;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.MaskedLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A shard with lanes of its own, whose forward states are carried from batch to batch. */
abstract class LaneShard implements Shard {
    protected final StudentSpec spec;
    protected final LaneOptions options;
    protected final Carried states;
    private final Frozen frozen;
    private final LaneSource training;
    private final LaneSource validation;
    private final int index;
    private final List<Batch> validationBatches = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private Batch drawn;
    private Batch batch;
    private SplittableRandom random;

    /**
     * @param index of this shard among all
     */
    LaneShard(
            Frozen frozen,
            LaneSource training,
            LaneSource validation,
            LaneOptions options,
            int index) {
        this.spec = frozen.spec();
        this.frozen = frozen;
        this.training = training;
        this.validation = validation;
        this.options = options;
        this.index = index;
        this.states = new Carried(options.lanesInShard(), spec.hiddenSize());
        this.random = new SplittableRandom(0);
    }

    /** A batch with what this shard's net looks at. */
    abstract Batch newBatch();

    /** The loss on a batch, with {@link #states} before it. */
    abstract double lossOn(Batch next, Counts total, boolean learn);

    int cells() {
        return options.steps() * options.lanesInShard() * spec.answeredCount();
    }

    @Override
    public void beginEpoch(long seed, int epoch) {
        random = random(seed, epoch);
        lanes.clear();
        lanes.addAll(newLanes(training, random));
    }

    private SplittableRandom random(long seed, int epoch) {
        long mixed = new SplittableRandom(seed).nextLong() + 1_000_003L * epoch + index;
        return new SplittableRandom(mixed).split();
    }

    private List<Lane> newLanes(LaneSource source, SplittableRandom from) {
        List<Lane> fresh = new ArrayList<>();
        for (int b = 0; b < options.lanesInShard(); b++) {
            fresh.add(new Lane(source, frozen, from.split()));
        }
        return fresh;
    }

    @Override
    public Counts draw() {
        if (drawn == null) {
            drawn = newBatch();
        }
        batch = drawn;
        for (int b = 0; b < lanes.size(); b++) {
            lanes.get(b).fill(batch, b);
        }
        prepare(batch);
        batch.dropFeatures(random, options.dropout());
        return batch.counts();
    }

    /** What else is wanted of a training batch before features are taken away. */
    void prepare(Batch next) {}

    @Override
    public Counts drawValidation(int number) {
        if (validationBatches.isEmpty()) {
            List<Lane> fixed = newLanes(validation, random(options.validationSeed(), 0));
            for (int k = 0; k < options.validationBatches(); k++) {
                Batch next = newBatch();
                for (int b = 0; b < fixed.size(); b++) {
                    fixed.get(b).fill(next, b);
                }
                validationBatches.add(next);
            }
        }
        batch = validationBatches.get(number);
        return batch.counts();
    }

    @Override
    public double loss(Counts total, boolean learn) {
        states.forget(batch);
        return lossOn(batch, total, learn);
    }

    /** The batch that was drawn last. */
    Batch batch() {
        return batch;
    }

    /** Adds a cell of a head that answers D means and D log scales in a column. */
    void add(MaskedLoss loss, int cell, double target, double weight) {
        int channels = spec.answeredCount();
        int mean = cell / channels * 2 * channels + cell % channels;
        loss.add(mean, mean + channels, target, weight);
    }
}
