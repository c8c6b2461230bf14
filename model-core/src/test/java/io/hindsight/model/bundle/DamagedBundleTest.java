package io.hindsight.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a file on its way, it is refused, in the one way that callers expect. */
class DamagedBundleTest {
    private static final int TRIALS = 2500;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final byte[] file = BundleCodec.write(Students.random(CellKind.LSTM, 4, 2, 3));
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @Timeout(120)
    void isRefusedWhereverItWasCutOff() {
        for (int length = 0; length < file.length; length++) {
            assertRefused(Arrays.copyOf(file, length), "cut to " + length);
        }
        Random random = new Random(41);
        for (int trial = 0; trial < TRIALS; trial++) {
            int from = random.nextInt(file.length);
            int to = from + 1 + random.nextInt(file.length - from);
            assertRefused(without(from, to), "seed 41, without " + from + " to " + to);
        }
    }

    @Test
    @Timeout(120)
    void isRefusedWithAnyBitFlipped() {
        for (int bit = 0; bit < 8 * file.length; bit += 3) {
            byte[] damaged = file.clone();
            flip(damaged, bit);
            assertRefused(damaged, "bit " + bit);
        }
    }

    @Test
    @Timeout(120)
    void isRefusedWithManyBitsFlipped() {
        Random random = new Random(42);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = file.clone();
            int bits = 2 + random.nextInt(20);
            for (int i = 0; i < bits; i++) {
                flip(damaged, random.nextInt(8 * file.length));
            }
            assertRefused(damaged, "seed 42, trial " + trial);
        }
    }

    @Test
    @Timeout(120)
    void isRefusedWithBytesOverwritten() {
        Random random = new Random(43);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = file.clone();
            byte[] junk = new byte[1 + random.nextInt(32)];
            random.nextBytes(junk);
            // The first eight bytes, the length of the header, more often than their share.
            int at = trial % 4 == 0 ? random.nextInt(8) : random.nextInt(file.length - junk.length);
            System.arraycopy(junk, 0, damaged, at, junk.length);
            assertRefused(damaged, "seed 43, trial " + trial);
        }
    }

    @Test
    @Timeout(120)
    void isRefusedWithBytesPutIn() {
        Random random = new Random(44);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] junk = new byte[1 + random.nextInt(32)];
            random.nextBytes(junk);
            int at = random.nextInt(file.length + 1);
            byte[] damaged = Arrays.copyOf(file, file.length + junk.length);
            System.arraycopy(junk, 0, damaged, at, junk.length);
            System.arraycopy(file, at, damaged, at + junk.length, file.length - at);
            assertRefused(damaged, "seed 44, trial " + trial);
        }
    }

    private void assertRefused(byte[] damaged, String how) {
        if (Arrays.equals(damaged, file)) {
            return;
        }
        long nanos = System.nanoTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        try {
            BundleCodec.read(damaged);
            throw new AssertionError("a damaged bundle was taken: " + how);
        } catch (BundleException e) {
            assertThat(e).as(how).hasMessageMatching(".+");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("anything but a BundleException: " + how, e);
        }
        assertThat(System.nanoTime() - nanos).as(how).isLessThan(MOST_NANOS);
        assertThat(threads.getCurrentThreadAllocatedBytes() - bytes)
                .as("bytes allocated, %s", how)
                .isLessThan(20L * file.length + 200_000);
    }

    private byte[] without(int from, int to) {
        byte[] shorter = Arrays.copyOf(file, file.length - (to - from));
        System.arraycopy(file, to, shorter, from, file.length - to);
        return shorter;
    }

    private static void flip(byte[] bytes, int bit) {
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }
}
