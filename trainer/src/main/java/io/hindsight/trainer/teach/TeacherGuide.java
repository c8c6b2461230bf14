package io.hindsight.trainer.teach;

import io.hindsight.model.score.StudentT;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.nets.TeacherNet;
import io.hindsight.trainer.train.Batch;
import io.hindsight.trainer.train.Guide;
import io.hindsight.trainer.train.HeadLoss;
import io.hindsight.trainer.train.WindowOptions;

/** A trained teacher that says what it believes of a student's batch, hidden cells and all. */
final class TeacherGuide implements Guide {
    private final TeacherNet net;
    private final float[] answers;

    TeacherGuide(StudentSpec spec, int hidden, Parameters parameters, WindowOptions window) {
        int windows = window.windowsInShard();
        this.net = new TeacherNet(spec, hidden, parameters, window.steps(), windows);
        this.answers = new float[spec.answerSize() * window.steps() * windows];
    }

    @Override
    public void believe(Batch batch, float[] mean, float[] deviation) {
        net.forward(batch.inputs(), batch.backwardInputs());
        net.imputations().read(answers);
        int channels = batch.channels();
        for (int cell = 0; cell < mean.length; cell++) {
            int at = HeadLoss.meanIndex(cell, channels);
            double logScale = HeadLoss.limitedLogScale(answers[at + channels]);
            mean[cell] = batch.base()[cell] + answers[at];
            deviation[cell] = (float) (StudentT.STANDARD_DEVIATION * Math.exp(logScale));
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
