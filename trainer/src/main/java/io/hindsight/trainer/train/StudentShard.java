package io.hindsight.trainer.train;

import io.hindsight.trainer.loss.MaskedLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.StudentNet;
import java.util.Optional;

/**
 * The student on one shard. Its loss: the imputation head on hidden cells, the prediction head on
 * every known cell. With a teacher, training batches add what that believes of every cell that was
 * not seen, whether its truth is known or not, and how far the student is from knowing the
 * teacher's backward state; validation is by the truth alone.
 *
 * <p>A cell's loss ℓ under a teacher's belief N(m, s²) is its mean by three points of Gauss and
 * Hermite: {@code (4 ℓ(m) + ℓ(m + √3 s) + ℓ(m − √3 s)) / 6}.
 */
public final class StudentShard extends LaneShard {
    private static final double SQRT_3 = Math.sqrt(3);

    /** The normal deviation with the quartiles of a Student t of four degrees of freedom. */
    private static final double DEVIATION = 1.098;

    private final StudentNet net;
    private final Objective objective;
    private final MaskedLoss imputation;
    private final MaskedLoss prediction;
    private final Optional<Teaching> teaching;
    private final int signalSize;

    /**
     * A student that learns from the truth alone.
     *
     * @param index of this shard among all
     */
    public StudentShard(
            Frozen frozen,
            Parameters parameters,
            LaneSource training,
            LaneSource validation,
            LaneOptions options,
            Objective objective,
            int index) {
        this(frozen, parameters, Optional.empty(), training, validation, options, objective, index);
    }

    /**
     * @param teacher a finished coupled teacher's parameters
     * @param index of this shard among all
     */
    public StudentShard(
            Frozen frozen,
            Parameters parameters,
            Optional<Parameters> teacher,
            LaneSource training,
            LaneSource validation,
            LaneOptions options,
            Objective objective,
            int index) {
        super(frozen, training, validation, options, index);
        this.net = new StudentNet(spec, parameters, options.steps(), options.lanesInShard());
        this.objective = objective;
        this.imputation = new MaskedLoss(objective.loss(), 2 * cells());
        this.prediction = new MaskedLoss(objective.loss(), 2 * cells());
        this.teaching =
                teacher.map(
                        its -> new Teaching(spec, its, options.steps(), options.lanesInShard()));
        this.signalSize = teacher.map(Teaching::signalSize).orElse(0);
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    Batch newBatch() {
        return teaching.isPresent()
                ? Batch.taught(spec, options.steps(), options.lanesInShard(), signalSize)
                : Batch.causal(spec, options.steps(), options.lanesInShard());
    }

    @Override
    void prepare(Batch next) {
        teaching.ifPresent(teacher -> teacher.look(next));
    }

    @Override
    double lossOn(Batch batch, Counts total, boolean learn) {
        net.start(states.h, states.c);
        net.forward(batch.inputs, batch.priors);
        net.end(states.h, states.c);
        boolean taught = learn && teaching.isPresent();
        double believed = taught ? objective.belief() : 0;
        double ofHidden = objective.imputation() / Math.max(1, total.hidden());
        double ofKnown = objective.prediction() / Math.max(1, total.known());
        imputation.begin(net.imputations().toArray());
        prediction.begin(net.predictions().toArray());
        for (int cell = 0; cell < batch.truth.length; cell++) {
            float truth = batch.truth[cell];
            boolean known = !Float.isNaN(truth);
            if (known) {
                double surprise = (truth - batch.priorMean[cell]) / batch.priorScale[cell];
                add(prediction, cell, surprise, ofKnown);
            }
            if (batch.hidden[cell]) {
                double off = (truth - batch.mean[cell]) / batch.scale[cell];
                add(imputation, cell, off, (1 - believed) * ofHidden);
            }
            if (believed > 0 && (batch.hidden[cell] || !known)) {
                addBelief(batch, cell, believed * ofHidden);
            }
        }
        double distance = taught ? distance(batch) : 0;
        if (learn) {
            net.backward(imputation.gradient(), prediction.gradient());
        }
        return imputation.sum() + prediction.sum() + distance;
    }

    private void addBelief(Batch batch, int cell, double weight) {
        double scale = batch.scale[cell];
        double middle = (batch.beliefMean[cell] - batch.mean[cell]) / scale;
        double off = SQRT_3 * DEVIATION * batch.beliefScale[cell] / scale;
        add(imputation, cell, middle, weight * 4 / 6);
        add(imputation, cell, middle + off, weight / 6);
        add(imputation, cell, middle - off, weight / 6);
    }

    /** Sets the gradient of the signal's head, and returns its part of the loss. */
    private double distance(Batch batch) {
        float[] signals = net.signals();
        double sum = 0;
        double weight =
                objective.state() / ((double) options.steps() * options.lanes() * signalSize);
        for (int k = 0; k < signals.length; k++) {
            double off = signals[k] - batch.signals[k];
            sum += weight * off * off;
            signals[k] = (float) (2 * weight * off);
        }
        net.setSignalGradient(signals);
        return sum;
    }

    @Override
    public void close() {
        net.close();
        teaching.ifPresent(Teaching::close);
    }
}
