package io.hindsight.console.demo;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.TrainingOptionsBuilder;
import io.hindsight.trainer.train.Progress;
import java.util.List;

/**
 * The demo's two students: a first one that lets its anchor speak alone, and a better one that
 * looks back when a gap has closed. Nobody waits for teachers or the choice of an anchor here.
 */
final class Students {
    private static final int SECOND_EPOCHS = 8;
    private static final int BACKWARD_SIZE = 16;
    private static final int REVISER_EPOCHS = 3;

    private Students() {}

    static Bundle first(DemoRecording recording, Progress progress) {
        return train(recording, options().epochs(0).backwardSize(0), progress);
    }

    static Bundle second(DemoRecording recording, Progress progress) {
        TrainingOptionsBuilder second =
                options()
                        .epochs(SECOND_EPOCHS)
                        .backwardSize(BACKWARD_SIZE)
                        .reviserEpochs(REVISER_EPOCHS);
        return train(recording, second, progress);
    }

    private static TrainingOptionsBuilder options() {
        return TrainingOptions.builder()
                .order(3)
                .ridge(1000)
                .rates(List.of(0.1, 0.3))
                .fitRounds(1)
                .teacherEpochs(0);
    }

    private static Bundle train(
            DemoRecording recording, TrainingOptionsBuilder options, Progress progress) {
        return Training.train(recording.past(), recording.split(), options.build(), progress)
                .bundle();
    }
}
