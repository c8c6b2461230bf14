package io.hindsight.trainer.train;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TwoWayNet;

/**
 * A finished teacher beside one shard's lanes: it looks at each batch from both sides, its forward
 * states carried on, and writes down what it believes.
 */
final class Teaching implements AutoCloseable {
    private final TwoWayNet net;
    private final Carried states;

    Teaching(StudentSpec spec, Parameters teacher, int steps, int lanes) {
        this.net = new TwoWayNet(spec, teacher.share(), steps, lanes, true);
        this.states = new Carried(lanes, spec.hiddenSize());
    }

    /** G of a teacher's parameters. */
    static int signalSize(Parameters teacher) {
        return teacher.get("norm_reverse.weight").value().rows();
    }

    /** Writes beliefs and signals of a batch with all its features. */
    void look(Batch batch) {
        states.forget(batch);
        net.start(states.h, states.c);
        net.forward(batch.inputs, batch.backRows, batch.states);
        net.end(states.h, states.c);
        float[] answers = net.answers().toArray();
        int channels = batch.channels;
        for (int cell = 0; cell < batch.beliefMean.length; cell++) {
            int mean = cell / channels * 2 * channels + cell % channels;
            float scale = batch.backScale[cell];
            batch.beliefMean[cell] = batch.backMean[cell] + scale * answers[mean];
            batch.beliefScale[cell] =
                    scale * (float) Math.exp(CellLoss.limited(answers[mean + channels]));
        }
        float[] signals = net.backwardStates().toArray();
        System.arraycopy(signals, 0, batch.signals, 0, signals.length);
    }

    @Override
    public void close() {
        net.close();
    }
}
