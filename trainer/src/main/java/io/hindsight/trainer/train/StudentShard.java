package io.hindsight.trainer.train;

import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.loss.MaskedLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;

/**
 * The student on one shard. Its loss: the imputation head on hidden cells, the prediction head on
 * every known cell.
 */
public final class StudentShard extends LaneShard {
    private final StudentNet net;
    private final LossWeights weights;
    private final MaskedLoss imputation;
    private final MaskedLoss prediction;

    /**
     * @param index of this shard among all
     */
    public StudentShard(
            Frozen frozen,
            Parameters parameters,
            LaneSource training,
            LaneSource validation,
            LaneOptions options,
            LossWeights weights,
            int index) {
        super(frozen, training, validation, options, index);
        this.net = new StudentNet(spec, parameters, options.steps(), options.lanesInShard());
        this.weights = weights;
        this.imputation = new MaskedLoss(CellLoss.STUDENT_T, 2 * cells());
        this.prediction = new MaskedLoss(CellLoss.STUDENT_T, 2 * cells());
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    Batch newBatch() {
        return Batch.causal(spec, options.steps(), options.lanesInShard());
    }

    @Override
    double lossOn(Batch batch, Counts total, boolean learn) {
        net.start(h, c);
        net.forward(batch.inputs, batch.priors);
        net.end(h, c);
        double ofHidden = weights.imputation() / Math.max(1, total.hidden());
        double ofKnown = weights.prediction() / Math.max(1, total.known());
        imputation.begin(net.imputations().toArray());
        prediction.begin(net.predictions().toArray());
        for (int cell = 0; cell < batch.truth.length; cell++) {
            float truth = batch.truth[cell];
            if (!Float.isNaN(truth)) {
                double surprise = (truth - batch.priorMean[cell]) / batch.priorScale[cell];
                add(prediction, cell, surprise, ofKnown);
            }
            if (batch.hidden[cell]) {
                add(imputation, cell, (truth - batch.mean[cell]) / batch.scale[cell], ofHidden);
            }
        }
        if (learn) {
            net.backward(imputation.gradient(), prediction.gradient());
        }
        return imputation.sum() + prediction.sum();
    }

    @Override
    public void close() {
        net.close();
    }
}
