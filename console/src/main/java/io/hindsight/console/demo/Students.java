package io.hindsight.console.demo;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.Training;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.train.Progress;

/** The demo's two students: a hasty first one, and a better one. */
final class Students {
    private static final int FIRST_HIDDEN_SIZE = 16;
    private static final int FIRST_EPOCHS = 2;
    private static final int SECOND_EPOCHS = 12;

    private Students() {}

    static Bundle first(DemoRecording recording, Progress progress) {
        TrainingOptions hasty =
                TrainingOptions.builder()
                        .hiddenSize(FIRST_HIDDEN_SIZE)
                        .epochs(FIRST_EPOCHS)
                        .build();
        return train(recording, hasty, progress);
    }

    static Bundle second(DemoRecording recording, Progress progress) {
        return train(recording, TrainingOptions.builder().epochs(SECOND_EPOCHS).build(), progress);
    }

    private static Bundle train(
            DemoRecording recording, TrainingOptions options, Progress progress) {
        return Training.train(recording.past(), recording.split(), options, progress).bundle();
    }
}
