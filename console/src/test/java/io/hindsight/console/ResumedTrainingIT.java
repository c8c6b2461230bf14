package io.hindsight.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} in processes of its own that are killed. */
@Timeout(120)
class ResumedTrainingIT {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    @TempDir private Path folder;
    private Path recording;

    @BeforeEach
    void writeARecording() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,level,temp"));
        SplittableRandom random = new SplittableRandom(3);
        for (int hour = 0; hour < 400; hour++) {
            double wave = Math.sin(2 * Math.PI * hour / 24) + 0.1 * random.nextDouble();
            String temperature = hour % 7 == 3 ? "" : Double.toString(10 + 4 * wave);
            String time = START.plus(hour, ChronoUnit.HOURS).toString();
            lines.add(time + "," + (2 + wave) + "," + temperature);
        }
        recording = Files.write(folder.resolve("well.csv"), lines, UTF_8);
    }

    @Test
    void aTrainingThatIsKilledTwiceEndsWithTheBytesOfOneThatIsLeftAlone() throws Exception {
        Path undisturbed = folder.resolve("undisturbed.bundle");
        Path killed = folder.resolve("killed.bundle");
        Path checkpoints = folder.resolve("killed.bundle.training");

        Run alone = Run.of(train(undisturbed, "--threads", "2", "--resume"));
        assertThat(alone.err()).isEmpty();
        assertThat(alone.out())
                .contains("resume: " + undisturbed + ".training holds nothing; training from");

        killAfterFirstEpochOfANetwork(train(killed, "--threads", "2"));
        assertThat(killed).doesNotExist();
        assertThat(checkpoints).isDirectoryContaining("glob:**.checkpoint");

        Run other = Run.of(train(killed, "--seed", "2", "--resume"));
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.faults()).singleElement().asString().contains(": seed was 1 and is 2;");

        killAfterFirstEpochOfANetwork(train(killed, "--threads", "1", "--resume"));
        assertThat(killed).doesNotExist();

        Run last = Run.of(train(killed, "--threads", "3", "--resume"));
        assertThat(last.err()).isEmpty();
        assertThat(last.out())
                .contains("resume: teacher, finished", "resume: student, after epoch ");
        assertThat(killed).hasSameBinaryContentAs(undisturbed);
        assertThat(checkpoints).doesNotExist();
        assertThat(folder.resolve("undisturbed.bundle.training")).doesNotExist();
    }

    private Object[] train(Path out, String... more) {
        return Stream.concat(
                        Stream.of(
                                "train",
                                "--data",
                                recording,
                                "--sensor-id",
                                "well",
                                "--hidden",
                                4,
                                "--teacher-epochs",
                                2,
                                "--epochs",
                                2,
                                "--out",
                                out),
                        Stream.of(more))
                .toArray();
    }

    /** A process that goes on has its first network's first epoch behind it. */
    private void killAfterFirstEpochOfANetwork(Object... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Dhindsight.log=" + folder.resolve("train.log"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.errorReader(UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.contains(", epoch 1 of ")) {
                said.add(line);
                line = lines.readLine();
            }
            assertThat(line).as("after %s", said).isNotNull();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isNotZero();
    }
}
