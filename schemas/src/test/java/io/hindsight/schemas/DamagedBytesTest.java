package io.hindsight.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, there is a value or an UndecodableException, in little memory. */
class DamagedBytesTest {

    private static final int DAMAGES = 10_000;
    private static final int HEADER_BYTES = 10;

    /** Far above what a damaged record needs, the loading of classes at first use included. */
    private static final long MOST_ALLOCATED_BYTES = 32_000_000;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void everyTruncationIsRefused(RecordCase<T> each) {
        for (int seed = 0; seed < 50; seed++) {
            byte[] whole = each.wire().encode(each.draw().apply(Draws.random(seed)));
            for (int length = 0; length < Math.min(whole.length, 1000); length++) {
                byte[] part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> each.wire().decode(part))
                        .as("seed %d, length %d", seed, length)
                        .isInstanceOf(UndecodableException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void flippedBytesGiveAValueOrTheOneException(RecordCase<T> each) {
        for (int seed = 0; seed < DAMAGES; seed++) {
            var random = Draws.random(seed);
            byte[] bytes = each.wire().encode(each.draw().apply(random));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                int at = HEADER_BYTES + random.nextInt(bytes.length - HEADER_BYTES);
                bytes[at] ^= (byte) (1 + random.nextInt(255));
            }
            decodeSafely(each.wire(), bytes, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.RecordCase#all")
    <T> void randomBytesGiveAValueOrTheOneException(RecordCase<T> each) {
        byte[] header = Arrays.copyOf(each.wire().encode(each.draw().apply(Draws.random(0))), 10);
        for (int seed = 0; seed < DAMAGES; seed++) {
            var random = Draws.random(seed);
            byte[] bytes = Draws.bytes(random, random.nextInt(200));
            if (random.nextInt(10) > 0) {
                System.arraycopy(header, 0, bytes, 0, Math.min(HEADER_BYTES, bytes.length));
            }
            decodeSafely(each.wire(), bytes, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("io.hindsight.schemas.FixturesTest#older")
    <T> void damagedBytesOfAnOlderVersionToo(Wire<T> wire, String fixture) {
        byte[] whole = FixturesTest.fixture(fixture);
        for (int seed = 0; seed < DAMAGES; seed++) {
            var random = Draws.random(seed);
            int length = random.nextBoolean() ? whole.length : random.nextInt(whole.length);
            byte[] bytes = Arrays.copyOf(whole, length);
            for (int flips = random.nextInt(4); flips > 0 && length > HEADER_BYTES; flips--) {
                int at = HEADER_BYTES + random.nextInt(length - HEADER_BYTES);
                bytes[at] ^= (byte) (1 + random.nextInt(255));
            }
            decodeSafely(wire, bytes, seed);
        }
    }

    private <T> void decodeSafely(Wire<T> wire, byte[] bytes, int seed) {
        String hex = HexFormat.of().formatHex(bytes);
        long before = memory.getCurrentThreadAllocatedBytes();
        T value;
        try {
            value = wire.decode(bytes);
        } catch (UndecodableException e) {
            assertThat(e.rule()).isNotNull();
            return;
        } catch (Throwable e) {
            fail("seed %d, bytes %s".formatted(seed, hex), e);
            return;
        } finally {
            assertThat(memory.getCurrentThreadAllocatedBytes() - before)
                    .as("allocated, seed %d, bytes %s", seed, hex)
                    .isLessThan(MOST_ALLOCATED_BYTES);
        }
        try {
            assertThat(wire.decode(wire.encode(value))).as("seed %d", seed).isEqualTo(value);
        } catch (UndecodableException e) {
            fail("seed %d, bytes %s".formatted(seed, hex), e);
        }
    }
}
