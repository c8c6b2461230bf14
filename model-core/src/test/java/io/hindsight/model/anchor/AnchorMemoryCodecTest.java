package io.hindsight.model.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.Students;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnchorMemoryCodecTest {
    private static final long SEED = 17;

    @ParameterizedTest
    @EnumSource
    void comesBackAsItWasWrittenAndGoesOnWithTheSameBits(FilterForm form) throws IOException {
        AnchorSpec spec = Anchors.filter(2, form);
        LinearFilter filter =
                new LinearFilter(
                        spec, 3, Anchors.weights(spec, 3, Anchors.parameters(spec, 3, SEED)));
        AnchorView view = new AnchorView(3);
        AnchorView other = new AnchorView(3);
        AnchorMemory memory = filter.newMemory();
        Random random = new Random(SEED);
        for (int t = 0; t < 200; t++) {
            AnchorMemory back = read(bytes(memory));
            assertThat(back).usingRecursiveComparison().isEqualTo(memory);
            long time = t * Students.HOUR;
            float[] z = {Float.NaN, (float) random.nextGaussian(), t % 3 == 0 ? Float.NaN : 1};
            step(filter, memory, time, z, view);
            step(filter, back, time, z, other);
            assertThat(other).usingRecursiveComparison().isEqualTo(view);
            assertThat(bytes(back)).isEqualTo(bytes(memory));
        }
    }

    @Test
    void heldValuesHaveAMemoryToo() throws IOException {
        HeldValues held = new HeldValues(2);
        AnchorMemory memory = held.newMemory();
        AnchorView view = new AnchorView(2);
        step(held, memory, 0, new float[] {0.1f, Float.NaN}, view);
        byte[] bytes = bytes(memory);
        assertThat(bytes).hasSize(5 * 4 + 2 * 8);
        assertThat(read(bytes)).usingRecursiveComparison().isEqualTo(memory);
    }

    @Test
    void writesTheCovarianceOnce() throws IOException {
        AnchorSpec spec = Anchors.filter(3, FilterForm.FULL);
        byte[] bytes = bytes(new AnchorMemory(spec, 2));
        int n = 6;
        int profiles = 2 * 24 * 2;
        int past = 3 * 2 * 2;
        assertThat(bytes)
                .hasSize(5 * 4 + 8 * (6 + n * (n + 1) / 2) + 4 * (profiles + past) + 2 * 24);
    }

    @Test
    void bytesCutShortAreAnIoException() throws IOException {
        byte[] bytes = bytes(new AnchorMemory(Anchors.filter(2, FilterForm.FULL), 2));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(IOException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> read(cut));
        }
    }

    @Test
    void lengthsThatNoAnchorHasAreAnIoExceptionAndCostNoMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] least = {1, 0, 0, 0, 0};
        for (int place = 0; place < least.length; place++) {
            for (int length : new int[] {-1, 1 << 23, 1 << 24, Integer.MAX_VALUE}) {
                ByteBuffer bytes = ByteBuffer.allocate(64);
                for (int k = 0; k < least.length; k++) {
                    bytes.putInt(k == place ? length : least[k]);
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                assertThatExceptionOfType(IOException.class)
                        .as("length %d is %d", place, length)
                        .isThrownBy(() -> read(bytes.array()));
                assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                        .as("length %d is %d", place, length)
                        .isLessThan(32 << 20);
            }
        }
    }

    @Test
    void anyBytesAreAMemoryOrAnIoException() throws IOException {
        byte[] good = bytes(new AnchorMemory(Anchors.filter(2, FilterForm.FULL), 2));
        Random random = new Random(SEED);
        for (int trial = 0; trial < 5000; trial++) {
            byte[] bytes = trial % 2 == 0 ? good.clone() : new byte[random.nextInt(300)];
            int junk = trial % 2 == 0 ? 1 + random.nextInt(8) : bytes.length;
            for (int k = 0; k < junk; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bytes)).isNotNull();
            } catch (IOException e) {
                assertThat(e).isInstanceOf(IOException.class);
            }
        }
    }

    private static void step(
            Anchor anchor, AnchorMemory memory, long time, float[] z, AnchorView view) {
        anchor.predict(memory, time, view);
        anchor.observe(memory, time, z, view);
    }

    private static byte[] bytes(AnchorMemory memory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AnchorMemoryCodec.write(memory, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static AnchorMemory read(byte[] bytes) throws IOException {
        return AnchorMemoryCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
