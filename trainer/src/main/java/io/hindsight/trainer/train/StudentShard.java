package io.hindsight.trainer.train;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.loss.MaskedLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The student on one shard: lanes of its own, whose states are carried from batch to batch. Its
 * loss: the imputation head on hidden cells, the prediction head on every known cell.
 */
public final class StudentShard implements Shard {
    private final StudentSpec spec;
    private final LaneSource training;
    private final LaneSource validation;
    private final Supplier<Anchor> anchors;
    private final LaneOptions options;
    private final int index;
    private final StudentNet net;
    private final LossWeights weights;
    private final MaskedLoss imputation;
    private final MaskedLoss prediction;
    private final float[] h;
    private final float[] c;
    private final List<Batch> validationBatches = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final Batch drawn;
    private Batch batch;
    private SplittableRandom random;

    /**
     * @param index of this shard among all
     */
    public StudentShard(
            StudentSpec spec,
            Parameters parameters,
            LaneSource training,
            LaneSource validation,
            Supplier<Anchor> anchors,
            LaneOptions options,
            LossWeights weights,
            int index) {
        int count = options.lanesInShard();
        this.spec = spec;
        this.training = training;
        this.validation = validation;
        this.anchors = anchors;
        this.options = options;
        this.index = index;
        this.net = new StudentNet(spec, parameters, options.steps(), count);
        this.weights = weights;
        int cells = options.steps() * count * spec.answeredCount();
        this.imputation = new MaskedLoss(CellLoss.STUDENT_T, 2 * cells);
        this.prediction = new MaskedLoss(CellLoss.STUDENT_T, 2 * cells);
        this.h = new float[count * spec.hiddenSize()];
        this.c = new float[h.length];
        this.drawn = new Batch(spec, options.steps(), count);
        this.batch = drawn;
        this.random = new SplittableRandom(0);
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
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
        Anchor anchor = anchors.get();
        for (int b = 0; b < options.lanesInShard(); b++) {
            fresh.add(new Lane(source, spec, anchor, from.split()));
        }
        return fresh;
    }

    @Override
    public Counts draw() {
        batch = drawn;
        for (int b = 0; b < lanes.size(); b++) {
            lanes.get(b).fill(batch, b);
        }
        batch.dropFeatures(random, options.dropout());
        return batch.counts();
    }

    @Override
    public Counts drawValidation(int number) {
        if (validationBatches.isEmpty()) {
            List<Lane> fixed = newLanes(validation, random(options.validationSeed(), 0));
            for (int k = 0; k < options.validationBatches(); k++) {
                Batch next = new Batch(spec, options.steps(), fixed.size());
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
        forgetRestarted();
        net.start(h, c);
        net.forward(batch.inputs, batch.priors);
        net.end(h, c);
        double ofHidden = weights.imputation() / Math.max(1, total.hidden());
        double ofKnown = weights.prediction() / Math.max(1, total.known());
        imputation.begin(net.imputations().toArray());
        prediction.begin(net.predictions().toArray());
        int channels = batch.channels;
        for (int cell = 0; cell < batch.truth.length; cell++) {
            float truth = batch.truth[cell];
            if (Float.isNaN(truth)) {
                continue;
            }
            int mean = cell / channels * 2 * channels + cell % channels;
            double surprise = (truth - batch.priorMean[cell]) / batch.priorScale[cell];
            prediction.add(mean, mean + channels, surprise, ofKnown);
            if (batch.hidden[cell]) {
                double off = (truth - batch.mean[cell]) / batch.scale[cell];
                imputation.add(mean, mean + channels, off, ofHidden);
            }
        }
        if (learn) {
            net.backward(imputation.gradient(), prediction.gradient());
        }
        return imputation.sum() + prediction.sum();
    }

    private void forgetRestarted() {
        int hidden = spec.hiddenSize();
        for (int b = 0; b < batch.lanes; b++) {
            if (batch.restarts[b]) {
                Arrays.fill(h, b * hidden, (b + 1) * hidden, 0);
                Arrays.fill(c, b * hidden, (b + 1) * hidden, 0);
            }
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
