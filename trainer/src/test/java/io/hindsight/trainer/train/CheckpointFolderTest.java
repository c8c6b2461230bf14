package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    private static final Map<String, String> RUN =
            Map.of("seed", "1", "the data's values", "sha256:ab");

    @TempDir private Path above;
    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = above.resolve("a.training");
    }

    @Test
    void aStateComesBackWithEveryBit() {
        LoopState state =
                state(
                        7,
                        new float[] {1.5f, -0f, Float.NaN, Float.MIN_VALUE, 1e38f},
                        Double.POSITIVE_INFINITY,
                        false);

        CheckpointFolder.fresh(folder, RUN).save("student", state);
        LoopState read = CheckpointFolder.resume(folder, RUN).load("student").orElseThrow();

        assertThat(new CheckpointFile(RUN, "student", read).bytes())
                .isEqualTo(new CheckpointFile(RUN, "student", state).bytes());
        assertThat(bits(read.weights().get(0))).isEqualTo(bits(state.weights().get(0)));
        assertThat(read.outcome()).isEqualTo(state.outcome());
        assertThat(read.names()).containsExactly("w", "empty");
        assertThat(read.isFinished()).isFalse();
        assertThat(read.optimiser()).isEqualTo(state.optimiser());
    }

    @Test
    void eachNetworkHasAFileOfItsOwnAndTheLastStateCounts() {
        CheckpointFolder checkpoints = CheckpointFolder.fresh(folder, RUN);
        checkpoints.save("student", state(1));
        checkpoints.save("teacher 2", state(5));
        checkpoints.save("student", state(2));

        CheckpointFolder resumed = CheckpointFolder.resume(folder, RUN);

        assertThat(resumed.networks()).containsExactly("student", "teacher 2");
        assertThat(resumed.load("student").orElseThrow().epoch()).isEqualTo(2);
        assertThat(resumed.load("teacher 2").orElseThrow().epoch()).isEqualTo(5);
        assertThat(resumed.load("reviser")).isEmpty();
    }

    @Test
    void aFreshTrainingSeesNothingAndTakesThePlaceOfTheOldOneWithItsFirstEpoch() {
        CheckpointFolder.fresh(folder, RUN).save("teacher", state(9));
        CheckpointFolder fresh = CheckpointFolder.fresh(folder, RUN);

        assertThat(fresh.networks()).containsExactly("teacher");
        assertThat(fresh.load("teacher")).isEmpty();
        assertThat(CheckpointFolder.resume(folder, RUN).load("teacher")).isPresent();

        fresh.save("student", state(1));

        assertThat(fresh.networks()).containsExactly("student");
        assertThat(fresh.load("student")).isPresent();
    }

    @Test
    void deletesItsOwnFilesAndTheFolderIfItIsEmptyThen() throws IOException {
        CheckpointFolder checkpoints = CheckpointFolder.fresh(folder, RUN);
        checkpoints.delete();
        checkpoints.save("student", state(1));
        Files.createFile(folder.resolve("teacher.tmp"));
        Path foreign = Files.createFile(folder.resolve("notes.txt"));

        checkpoints.delete();
        assertThat(folder).isDirectoryContaining(foreign::equals);
        assertThat(folder.toFile().list()).hasSize(1);

        Files.delete(foreign);
        checkpoints.delete();
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatWasHalfWrittenWhenTheProcessDiedIsNoCheckpoint() throws IOException {
        CheckpointFolder.fresh(folder, RUN).save("student", state(3));
        Files.write(folder.resolve("student.tmp"), new byte[] {1, 2, 3});

        CheckpointFolder resumed = CheckpointFolder.resume(folder, RUN);

        assertThat(resumed.load("student").orElseThrow().epoch()).isEqualTo(3);
        resumed.save("student", state(4));
        assertThat(folder.toFile().list()).containsExactly("student.checkpoint");
    }

    @Test
    void refusesATrainingOfOtherDataOrOptionsAndNamesWhatDiffers() {
        CheckpointFolder.fresh(folder, RUN).save("student", state(1));

        assertThatThrownBy(
                        () ->
                                CheckpointFolder.resume(
                                        folder,
                                        Map.of("seed", "2", "the data's values", "sha256:ac")))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(
                        folder.resolve("student.checkpoint")
                                + ": the training that was stopped had other data or options: seed"
                                + " was 1 and is 2, the data's values; resume it with its own, or"
                                + " leave --resume out");
    }

    @Test
    void refusesAnothersFile() throws IOException {
        CheckpointFolder.fresh(folder, RUN).save("student", state(1));
        Files.move(folder.resolve("student.checkpoint"), folder.resolve("teacher.checkpoint"));

        assertRefused("teacher", "it is the checkpoint of the student");
    }

    @Test
    void refusesAnyFlippedBitAndAnyShorterFile() throws IOException {
        CheckpointFolder.fresh(folder, RUN).save("student", state(1));
        Path file = folder.resolve("student.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            assertRefused("student", "");
            Files.write(file, Arrays.copyOf(bytes, at));
            assertRefused("student", "");
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused("student", "its SHA-256 does not match, so it is damaged or cut short");
        Files.write(file, new byte[0]);
        assertRefused("student", "the first bytes are not a checkpoint's");
    }

    @Test
    void refusesForgedContentWhateverItSays() throws IOException {
        CheckpointFolder.fresh(folder, RUN).save("student", state(1));
        Path file = folder.resolve("student.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        byte[] content = Arrays.copyOf(bytes, bytes.length - 32);
        Files.write(file, signed(Arrays.copyOf(content, content.length + 1)));
        assertRefused("student", "bytes are left over: 1");
        Files.write(file, signed(Arrays.copyOf(content, content.length - 1)));
        assertRefused("student", "it ends early");
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] forged = content.clone();
            for (int k = 0; k < 3; k++) {
                forged[8 + random.nextInt(forged.length - 8)] = (byte) random.nextInt();
            }
            Files.write(file, signed(forged));
            try {
                CheckpointFolder.resume(folder, RUN);
            } catch (CheckpointException expected) {
                assertThat(expected).as("seed %d", seed).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void aNameThatIsNoFilesIsRefused() {
        assertThatThrownBy(() -> CheckpointFolder.fresh(folder, RUN).load("../student"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../student");
    }

    private void assertRefused(String network, String why) {
        assertThatThrownBy(() -> CheckpointFolder.resume(folder, RUN))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(
                        folder.resolve(network + ".checkpoint")
                                + ": not a usable checkpoint: "
                                + why)
                .hasMessageEndingWith("; leave --resume out to train from the beginning");
    }

    /** A forger can make the digest too. */
    private static byte[] signed(byte[] content) {
        byte[] digest = CheckpointFile.sha256(content);
        byte[] bytes = Arrays.copyOf(content, content.length + digest.length);
        System.arraycopy(digest, 0, bytes, content.length, digest.length);
        return bytes;
    }

    private static LoopState state(int epoch) {
        return state(epoch, new float[] {epoch}, 0.5, true);
    }

    private static LoopState state(int epoch, float[] weights, double bestLoss, boolean finished) {
        float[] none = {};
        return new LoopState(
                epoch,
                List.of("w", "empty"),
                List.of(weights, none),
                new byte[] {1, 2, 3},
                List.of(new float[] {-1}, none),
                bestLoss,
                epoch,
                List.of("a note"),
                finished);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, k -> Float.floatToRawIntBits(values[k]));
        return bits;
    }
}
