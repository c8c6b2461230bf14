package io.hindsight.trainer.teach;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TeacherNet;
import io.hindsight.trainer.train.Batch;
import io.hindsight.trainer.train.Counts;
import io.hindsight.trainer.train.HeadLoss;
import io.hindsight.trainer.train.Shard;
import io.hindsight.trainer.train.WindowOptions;
import io.hindsight.trainer.train.WindowSource;
import java.util.SplittableRandom;

/** The teacher on one shard; its loss is the truth's at hidden cells. */
final class TeacherShard implements Shard {
    private final TeacherNet net;
    private final Batch batch;
    private final HeadLoss loss;
    private final double dropout;

    TeacherShard(StudentSpec spec, int hidden, Parameters parameters, WindowOptions window) {
        int windows = window.windowsInShard();
        this.net = new TeacherNet(spec, hidden, parameters, window.steps(), windows);
        this.batch = new Batch(spec, window.steps(), windows, true);
        this.loss = new HeadLoss(batch);
        this.dropout = window.dropout();
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    public Counts draw(WindowSource source, SplittableRandom random, boolean learn) {
        source.fill(batch, random);
        if (learn) {
            batch.dropFeatures(random, dropout);
        }
        return batch.counts();
    }

    @Override
    public double loss(Counts total, boolean learn) {
        net.forward(batch.inputs(), batch.backwardInputs());
        loss.begin(net.imputations());
        loss.addHidden(batch.base(), 1.0 / Math.max(1, total.hidden()));
        if (learn) {
            net.backward(loss.gradient());
        }
        return loss.sum();
    }

    @Override
    public void close() {
        net.close();
    }
}
