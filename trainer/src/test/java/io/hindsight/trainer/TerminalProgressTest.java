package io.hindsight.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.train.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgressTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsEpochAndLossesOfEachNetwork(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);
        try (TerminalProgress progress = new TerminalProgress(out, terminal)) {
            progress.epochDone(new Progress.Epoch("teacher", 2, 2, -0.5, -0.25, -0.25));
            progress.epochDone(new Progress.Epoch("student", 1, 2, 1.5, 1.25, 1.25));
            progress.epochDone(new Progress.Epoch("student", 2, 2, 0.5, 1.75, 1.25));
        }

        String shown = bytes.toString(UTF_8);
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

    @Test
    void plainLinesHaveNoControlCharactersAndOneIsPrintedAtEachEpochsEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TerminalProgress progress =
                new TerminalProgress(new PrintStream(bytes, true, UTF_8), false)) {
            progress.begins("student", 3, 5);
            assertThat(bytes.size()).isZero();
            progress.epochDone(new Progress.Epoch("student", 4, 5, 1.5, 1.25, 1.25));
            progress.epochDone(new Progress.Epoch("student", 5, 5, 1.5, 1.25, 1.25));
        }
        String shown = bytes.toString(UTF_8);
        assertThat(shown.lines())
                .containsExactly(
                        "student, epoch 4 of 5: loss 1.5000, validation 1.2500, best 1.2500, 0 s"
                                + " left",
                        "student, epoch 5 of 5: loss 1.5000, validation 1.2500, best 1.2500, 0 s"
                                + " left");
        assertThat(shown.replace(System.lineSeparator(), "").chars())
                .noneMatch(Character::isISOControl);
    }

    @Test
    void aBarHasEpochLossesAndTheTimeThatIsLeftByNow() {
        String losses = "loss 0.5000, validation 1.7500, best 1.2500";
        TerminalProgress.Shown shown =
                new TerminalProgress.Shown("student", 6, 24, losses, 90, 1_000_000_000L);

        assertThat(TerminalProgress.line(shown, 1_000_000_000L, 100))
                .hasSize(100)
                .isEqualTo(
                        "student 6/24 [=======                       ] " + losses + ", 90 s left");
        assertThat(TerminalProgress.line(shown, 11_000_000_000L, 80))
                .hasSize(80)
                .startsWith("student 6/24 [==        ] loss")
                .endsWith(", 80 s left");
        assertThat(TerminalProgress.line(shown, 500_000_000_000L, 120)).contains(", 0 s left");
    }

    @Test
    void aBarOfAFirstEpochIsThereBeforeItsEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TerminalProgress progress =
                new TerminalProgress(new PrintStream(bytes, true, UTF_8), true)) {
            progress.begins("student", 0, 5);
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (bytes.size() == 0 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            progress.begins("reviser", 0, 5);
            progress.epochDone(new Progress.Epoch("student", 1, 5, 1.5, 1.25, 1.25));
        }
        assertThat(bytes.toString(UTF_8).split("\n"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines[0]).contains("student 0/5 ["))
                .satisfies(lines -> assertThat(lines[1]).contains("student 1/5 ["));
    }
}
