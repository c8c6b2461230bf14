package io.hindsight.trainer.detect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PackedColumnTest {
    private static final long SEED = 11;

    @Test
    void tellsDecimalsOfFewDigitsAsTheyWereWritten() throws IOException {
        double[] values = {0.43, 12.5, -7.25, Double.NaN, 100, 0.1f};

        double[] read = read(bytes(values, Precision.VALUE), values.length);

        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                assertThat(read[row]).isNaN();
            } else {
                assertThat(read[row]).isCloseTo(values[row], within(1e-7));
            }
        }
    }

    @Test
    void keepsTheOrderOfNoiseAndErrsByHalfAStepAtMost() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = random.doubles(5000, -3, 8).toArray();

        double[] read = read(bytes(values, Precision.VALUE), values.length);

        double most = 11.0 / (Precision.VALUE.levels() - 1) / 2;
        for (int row = 0; row < values.length; row++) {
            assertThat(read[row]).as("seed " + SEED).isCloseTo(values[row], within(most));
        }
        for (int block = 0; block + Block.ROWS <= values.length; block += Block.ROWS) {
            int greatest = greatest(values, block);
            assertThat(read[greatest(read, block)]).isEqualTo(read[greatest]);
        }
    }

    @Test
    void anOutlierCoarsensItsOwnBlockAlone() throws IOException {
        double[] values = new double[4 * Block.ROWS];
        Arrays.setAll(values, row -> Math.sin(row / 40.0));
        values[700] = 1e9;

        double[] read = read(bytes(values, Precision.EXPECTED), values.length);

        assertThat(read[700]).isCloseTo(1e9, within(1.0));
        assertThat(read[10]).isCloseTo(values[10], within(1e-3));
        assertThat(read[1500]).isCloseTo(values[1500], within(1e-3));
    }

    @Test
    void whatIsNoNumberIsAHoleAndOneValueIsItself() throws IOException {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertThat(read(bytes(values, Precision.VALUE), 3)).containsOnly(Double.NaN);

        double[] constant = {Math.PI, Math.PI, Double.NaN, Math.PI};
        assertThat(read(bytes(constant, Precision.WIDTH), 4))
                .containsExactly(Math.PI, Math.PI, Double.NaN, Math.PI);
    }

    @Test
    void theEndsOfDoublesRangeAreValues() throws IOException {
        double[] values = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};
        double[] tiny = {0, Double.MIN_VALUE};

        assertThat(read(bytes(values, Precision.VALUE), 3)[0]).isEqualTo(-Double.MAX_VALUE);
        assertThat(read(bytes(tiny, Precision.EXPECTED), 2)[0]).isZero();
    }

    @Test
    void timesComeBackWhateverTheirIntervals() throws IOException {
        long[] times = {-5, 0, 60_000, 120_000, 120_001, 1_700_000_000_123L, 1_700_000_000_124L};
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PackedColumn.writeTimes(times, out);

        byte[] bytes = inflated(out.toByteArray());
        long time = 0;
        long interval = 0;
        int at = 0;
        for (long expected : times) {
            long number = 0;
            int shift = 0;
            do {
                number |= (bytes[at] & 0x7FL) << shift;
                shift += 7;
            } while (bytes[at++] < 0);
            interval += (number >>> 1) ^ -(number & 1);
            time += interval;
            assertThat(time).isEqualTo(expected);
        }
        assertThat(at).isEqualTo(bytes.length);
    }

    @Test
    void aMillionRegularTimesAreAFewKilobytes() throws IOException {
        long[] times = new long[1_000_000];
        Arrays.setAll(times, row -> 1_700_000_000_000L + 60_000L * row);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        PackedColumn.writeTimes(times, out);

        assertThat(out.size()).isLessThan(2000);
    }

    private static int greatest(double[] values, int from) {
        int greatest = from;
        for (int row = from; row < from + Block.ROWS; row++) {
            greatest = values[row] > values[greatest] ? row : greatest;
        }
        return greatest;
    }

    private static byte[] bytes(double[] values, Precision precision) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedColumn.write(row -> values[row], values.length, precision, out);
        return inflated(out.toByteArray());
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        return new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }

    /** What the page's script does, in plain Java. */
    private static double[] read(byte[] bytes, int rows) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[rows];
        for (int begin = 0; begin < rows; begin += Block.ROWS) {
            int count = Math.min(Block.ROWS, rows - begin);
            double offset = in.getDouble();
            double step = in.getDouble();
            boolean differences = in.get() == 1;
            int at = in.position();
            int code = 0;
            for (int k = 0; k < count; k++) {
                int stored = (bytes[at + k] & 0xFF) | (bytes[at + count + k] & 0xFF) << 8;
                code = differences ? (code + ((stored >>> 1) ^ -(stored & 1))) & 0xFFFF : stored;
                values[begin + k] = code == Block.HOLE ? Double.NaN : offset + code * step;
            }
            in.position(at + 2 * count);
        }
        assertThat(in.remaining()).isZero();
        return values;
    }
}
