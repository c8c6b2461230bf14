package io.hindsight.trainer.train;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The student on one shard. Its loss: the imputation head on hidden cells, the prediction head on
 * every known cell, and, with a guide, the imputation head under the guide's belief on hidden and
 * on truly missing cells.
 */
public final class StudentShard implements Shard {
    private final StudentNet net;
    private final Batch batch;
    private final LossWeights weights;
    private final double dropout;
    private final Optional<Guide> guide;
    private final HeadLoss imputation;
    private final HeadLoss prediction;
    private final float[] believedMean;
    private final float[] believedDeviation;

    public StudentShard(
            StudentSpec spec,
            Parameters parameters,
            WindowOptions window,
            LossWeights weights,
            Optional<Guide> guide) {
        int windows = window.windowsInShard();
        this.net = new StudentNet(spec, parameters, window.steps(), windows);
        this.batch = new Batch(spec, window.steps(), windows, guide.isPresent());
        this.weights = weights;
        this.dropout = window.dropout();
        this.guide = guide;
        this.imputation = new HeadLoss(batch);
        this.prediction = new HeadLoss(batch);
        this.believedMean = new float[guide.isPresent() ? batch.cells() : 0];
        this.believedDeviation = new float[believedMean.length];
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    public Counts draw(WindowSource source, SplittableRandom random, boolean learn) {
        source.fill(batch, random);
        if (learn) {
            guide.ifPresent(g -> g.believe(batch, believedMean, believedDeviation));
            batch.dropFeatures(random, dropout);
        }
        return batch.counts();
    }

    @Override
    public double loss(Counts total, boolean learn) {
        net.forward(batch.inputs(), batch.priors());
        double imputationWeight = weights.imputation() / Math.max(1, total.hidden());
        imputation.begin(net.imputations());
        imputation.addHidden(batch.held(), imputationWeight);
        prediction.begin(net.predictions());
        prediction.addKnown(batch.heldBefore(), weights.prediction() / Math.max(1, total.known()));
        if (learn) {
            if (guide.isPresent()) {
                imputation.addBelieved(
                        batch.held(),
                        believedMean,
                        believedDeviation,
                        imputationWeight * weights.teacher());
            }
            net.backward(imputation.gradient(), prediction.gradient());
        }
        return imputation.sum() + prediction.sum();
    }

    @Override
    public void close() {
        net.close();
        guide.ifPresent(Guide::close);
    }
}
