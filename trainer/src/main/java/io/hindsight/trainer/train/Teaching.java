package io.hindsight.trainer.train;

import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.loss.CellLoss;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TwoWayNet;
import java.util.Arrays;

/**
 * A finished teacher beside one shard's lanes: it looks at each batch from both sides, its forward
 * states carried on, and writes down what it believes.
 */
final class Teaching implements AutoCloseable {
    private final TwoWayNet net;
    private final int hidden;
    private final float[] h;
    private final float[] c;

    Teaching(StudentSpec spec, Parameters teacher, int steps, int lanes) {
        this.net = new TwoWayNet(spec, teacher.share(), steps, lanes, true);
        this.hidden = spec.hiddenSize();
        this.h = new float[lanes * hidden];
        this.c = new float[h.length];
    }

    /** G of a teacher's parameters. */
    static int signalSize(Parameters teacher) {
        return teacher.get("norm_reverse.weight").value().rows();
    }

    /** Writes beliefs and signals of a batch with all its features. */
    void look(Batch batch) {
        for (int b = 0; b < batch.lanes; b++) {
            if (batch.restarts[b]) {
                Arrays.fill(h, b * hidden, (b + 1) * hidden, 0);
                Arrays.fill(c, b * hidden, (b + 1) * hidden, 0);
            }
        }
        net.start(h, c);
        net.forward(batch.inputs, batch.backRows, batch.states);
        net.end(h, c);
        float[] answers = net.answers().toArray();
        int channels = batch.channels;
        for (int cell = 0; cell < batch.beliefMean.length; cell++) {
            int mean = cell / channels * 2 * channels + cell % channels;
            float scale = batch.backScale[cell];
            batch.beliefMean[cell] = batch.backMean[cell] + scale * answers[mean];
            batch.beliefScale[cell] =
                    scale * (float) Math.exp(CellLoss.limited(answers[mean + channels]));
        }
        float[] states = net.backwardStates().toArray();
        System.arraycopy(states, 0, batch.signals, 0, states.length);
    }

    @Override
    public void close() {
        net.close();
    }
}
