package io.hindsight.trainer.detect.page;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A column as a stream of bytes, deflated (RFC 1950), of which one block at a time is in memory.
 *
 * <p>A block is its offset and step as little-endian doubles, a byte that says whether the codes
 * are differences, the lower bytes of all its codes, then the upper ones: what is alike stands
 * together. A difference is that to the code before, modulo 2^16, the first one's to 0, with its
 * sign in the lowest bit.
 */
final class PackedColumn {
    private PackedColumn() {}

    static void write(IntToDoubleFunction column, int rows, Precision precision, OutputStream out)
            throws IOException {
        deflated(
                out,
                bytes -> {
                    Block block = new Block();
                    ByteBuffer buffer =
                            ByteBuffer.allocate(17 + 2 * Block.ROWS).order(ByteOrder.LITTLE_ENDIAN);
                    for (int row = 0; row < rows; row++) {
                        block.add(column.applyAsDouble(row));
                        if (block.isFull() || row == rows - 1) {
                            block.quantise(precision);
                            put(block, buffer.clear());
                            bytes.write(buffer.array(), 0, buffer.position());
                            block.clear();
                        }
                    }
                });
    }

    /** Times as the change of their intervals, seven bits a byte, lowest first. */
    static void writeTimes(long[] timesMillis, OutputStream out) throws IOException {
        deflated(
                out,
                bytes -> {
                    long last = 0;
                    long interval = 0;
                    for (long time : timesMillis) {
                        writeVarint(time - last - interval, bytes);
                        interval = time - last;
                        last = time;
                    }
                });
    }

    static void writeStatuses(ScoredRows rows, OutputStream out) throws IOException {
        deflated(
                out,
                bytes -> {
                    for (int row = 0; row < rows.count(); row++) {
                        bytes.write(rows.status(row).code());
                    }
                });
    }

    private interface Body {
        void writeTo(OutputStream bytes) throws IOException;
    }

    private static void deflated(OutputStream out, Body body) throws IOException {
        Deflater deflater = new Deflater();
        try {
            DeflaterOutputStream bytes = new DeflaterOutputStream(out, deflater, 8192);
            OutputStream buffered = new BufferedOutputStream(bytes, 8192);
            body.writeTo(buffered);
            buffered.flush();
            bytes.finish();
        } finally {
            deflater.end();
        }
    }

    private static void put(Block block, ByteBuffer buffer) {
        boolean differences = isSmooth(block);
        buffer.putDouble(block.offset()).putDouble(block.step());
        buffer.put((byte) (differences ? 1 : 0));
        for (int shift = 0; shift <= 8; shift += 8) {
            int last = 0;
            for (int k = 0; k < block.rows(); k++) {
                int code = block.code(k);
                buffer.put((byte) ((differences ? signed(code - last) : code) >> shift));
                last = code;
            }
        }
    }

    /** Whether neighbours are closer to each other than to the middle. */
    private static boolean isSmooth(Block block) {
        long differences = 0;
        long sum = 0;
        for (int k = 0; k < block.rows(); k++) {
            sum += block.code(k);
            differences += k > 0 ? Math.abs(block.code(k) - block.code(k - 1)) : 0;
        }
        long middle = sum / block.rows();
        long distances = 0;
        for (int k = 0; k < block.rows(); k++) {
            distances += Math.abs(block.code(k) - middle);
        }
        return differences < distances;
    }

    private static int signed(int difference) {
        short wrapped = (short) difference;
        return ((wrapped << 1) ^ (wrapped >> 15)) & 0xFFFF;
    }

    private static void writeVarint(long value, OutputStream out) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
