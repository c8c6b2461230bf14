package io.hindsight.trainer.train;

import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.loss.MaskedLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TwoWayNet;

/** A teacher or a reviser on one shard. Its loss is that of hidden cells alone. */
public final class TwoWayShard extends LaneShard {
    private final TwoWayNet net;
    private final boolean coupled;
    private final MaskedLoss imputation;

    /**
     * @param coupled whether it is a teacher with a forward layer of its own; otherwise what is
     *     frozen has a student
     * @param index of this shard among all
     */
    public TwoWayShard(
            Frozen frozen,
            Parameters parameters,
            LaneSource training,
            LaneSource validation,
            LaneOptions options,
            boolean coupled,
            int index) {
        super(frozen, training, validation, options, index);
        this.coupled = coupled;
        this.net =
                new TwoWayNet(spec, parameters, options.steps(), options.lanesInShard(), coupled);
        this.imputation = new MaskedLoss(CellLoss.STUDENT_T, 2 * cells());
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    Batch newBatch() {
        return Batch.bothWays(spec, options.steps(), options.lanesInShard(), !coupled);
    }

    @Override
    double lossOn(Batch batch, Counts total, boolean learn) {
        net.start(states.h, states.c);
        net.forward(batch.inputs, batch.backRows, batch.states);
        net.end(states.h, states.c);
        double weight = 1.0 / Math.max(1, total.hidden());
        imputation.begin(net.answers().toArray());
        for (int cell = 0; cell < batch.truth.length; cell++) {
            if (batch.hidden[cell]) {
                double off = (batch.truth[cell] - batch.backMean[cell]) / batch.backScale[cell];
                add(imputation, cell, off, weight);
            }
        }
        if (learn) {
            net.backward(imputation.gradient());
        }
        return imputation.sum();
    }

    @Override
    public void close() {
        net.close();
    }
}
