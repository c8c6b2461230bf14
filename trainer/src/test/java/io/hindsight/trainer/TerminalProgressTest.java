package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.train.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgressTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsEpochAndLossesOfEachNetwork(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (TerminalProgress progress = new TerminalProgress(out, terminal)) {
            progress.epochDone(new Progress.Epoch("teacher", 2, 2, -0.5, -0.25, -0.25));
            progress.epochDone(new Progress.Epoch("student", 1, 2, 1.5, 1.25, 1.25));
            progress.epochDone(new Progress.Epoch("student", 2, 2, 0.5, 1.75, 1.25));
        }

        String shown = bytes.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("teacher", "student");
        if (!terminal) {
            assertThat(shown.lines())
                    .hasSize(3)
                    .last()
                    .asString()
                    .startsWith(
                            "student, epoch 2 of 2: loss 0.5000, validation 1.7500, best 1.2500, 0 s"
                                    + " left");
        }
    }
}
