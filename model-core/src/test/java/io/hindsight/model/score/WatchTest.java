package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final long SEED = 37;

    /** Before the first reading, in the prelude, at its end, warming with a beat of 3, later. */
    private static final List<Integer> POINTS =
            List.of(0, 1, 57, 99, 100, 101, 150, 299, 300, 301, 1_000, 5_000);

    static Stream<Arguments> sensors() {
        return Stream.of(1, 2, 5, 19)
                .flatMap(
                        channels ->
                                Stream.of(Arguments.of(channels, 1), Arguments.of(channels, 3)));
    }

    @ParameterizedTest(name = "{0} channels, {1} readings the same")
    @MethodSource("sensors")
    void goesOnFromItsBytesBitForBitFromAnyPoint(int channels, int held) {
        assertGoesOnAlike(channels, held, WatchTest::throughBytes);
    }

    @ParameterizedTest(name = "{0} channels, {1} readings the same")
    @MethodSource("sensors")
    void aCopyGoesOnBitForBitFromAnyPoint(int channels, int held) {
        assertGoesOnAlike(channels, held, Watch::copy);
    }

    @ParameterizedTest(name = "{0} channels, {1} readings the same")
    @MethodSource("sensors")
    void aCopySharesNothing(int channels, int held) throws IOException {
        for (int point : POINTS) {
            JudgedStream stream = new JudgedStream(channels, held, SEED).run(point);
            Watch copy = stream.watch.copy();
            byte[] before = bytes(stream.watch);
            stream.run(350);
            assertThat(bytes(copy))
                    .as("after %d readings", point)
                    .isEqualTo(before)
                    .isNotEqualTo(bytes(stream.watch));
        }
    }

    @ParameterizedTest(name = "{0} channels, {1} readings the same")
    @MethodSource("sensors")
    void bytesCutShortAreAnIOException(int channels, int held) throws IOException {
        for (int point : new int[] {0, 57, 101, 400}) {
            byte[] bytes = bytes(new JudgedStream(channels, held, SEED).run(point).watch);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatExceptionOfType(IOException.class)
                        .as("%d of %d bytes", length, bytes.length)
                        .isThrownBy(() -> read(cut));
            }
        }
    }

    @Test
    void anyBytesAreAWatchOrAnIOException() {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 5_000; trial++) {
            byte[] bytes = new byte[random.nextInt(8_000)];
            random.nextBytes(bytes);
            if (bytes.length > 2) {
                bytes[0] = 0;
                bytes[1] = (byte) (1 + trial % 4);
                bytes[2] = (byte) random.nextInt(10);
            }
            try {
                assertThat(read(bytes).channels()).isEqualTo(1 + trial % 4);
            } catch (IOException e) {
                assertThat(e).as("seed %d", SEED).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void sizesAreWhatTheyAreSaidToBe() throws IOException {
        assertThat(bytes(JudgedStream.of(1, SEED).run(5_000).watch).length).isBetween(3_500, 4_600);
        int two = bytes(JudgedStream.of(2, SEED).run(500).watch).length;
        int many = bytes(JudgedStream.of(19, SEED).run(500).watch).length;
        assertThat((many - two) / 17).isLessThanOrEqualTo(40);
        assertThat(two - 2 * 40).isLessThanOrEqualTo(1_300);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void otherUnitsOfItsChannelsChangeNothingButRounding(int channels) {
        JudgedStream stream = JudgedStream.of(channels, SEED).run(1_000);
        JudgedStream other = JudgedStream.of(channels, SEED).run(1_000);
        for (int j = 0; j < channels; j++) {
            other.watch.rescale(j, 1024);
        }
        for (int t = 0; t < 300; t++) {
            stream.draw();
            other.draw();
            for (int j = 0; j < channels; j++) {
                other.seen.residual[j] *= 1024;
                other.seen.departure[j] *= 1024;
            }
            double expected = stream.judge().score;
            assertThat(other.judge().score).isCloseTo(expected, within(1e-3));
        }
    }

    @Test
    void refusesNoChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Watch(0))
                .withMessage("channels must be at least 1: 0");
    }

    private static void assertGoesOnAlike(
            int channels, int held, UnaryOperator<Watch> interruption) {
        for (int point : POINTS) {
            JudgedStream whole = new JudgedStream(channels, held, SEED).run(point);
            JudgedStream stopped = new JudgedStream(channels, held, SEED).run(point);
            for (int t = 0; t < 400; t++) {
                if (t % 37 == 0) {
                    stopped.watch = interruption.apply(stopped.watch);
                }
                whole.run(1);
                stopped.run(1);
                assertThat(stopped.said())
                        .as("reading %d after %d, seed %d", t, point, SEED)
                        .isEqualTo(whole.said());
            }
        }
    }

    private static Watch throughBytes(Watch watch) {
        try {
            byte[] bytes = bytes(watch);
            Watch back = read(bytes);
            assertThat(bytes(back)).isEqualTo(bytes);
            return back;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(Watch watch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        watch.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Watch read(byte[] bytes) throws IOException {
        return Watch.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
