package io.hindsight.model.context;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SlotContext} as bytes. Version 1, big endian:
 *
 * <pre>
 *   byte   1
 *   int    readings
 *   short  D, and for each channel:
 *     int  count     short  which bins of the sum are not zero, bit k for bin k     long  each of them
 * </pre>
 *
 * The same readings give the same bytes, in whatever order they were counted.
 */
public final class SlotContextCodec {
    /** The layout that is written and read. */
    public static final int VERSION = 1;

    private SlotContextCodec() {}

    public static void write(SlotContext context, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeInt(context.readings);
        out.writeShort(context.counts.length);
        for (int d = 0; d < context.counts.length; d++) {
            out.writeInt(context.counts[d]);
            writeBins(context.sums.bins, d * ExactSums.BINS, out);
        }
    }

    private static void writeBins(long[] bins, int from, DataOutput out) throws IOException {
        int filled = 0;
        for (int k = 0; k < ExactSums.BINS; k++) {
            filled |= bins[from + k] == 0 ? 0 : 1 << k;
        }
        out.writeShort(filled);
        for (int k = 0; k < ExactSums.BINS; k++) {
            if (bins[from + k] != 0) {
                out.writeLong(bins[from + k]);
            }
        }
    }

    /**
     * @throws IOException if the bytes end early or were written by another version
     */
    public static SlotContext read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("slot context must be of version " + VERSION + ": " + version);
        }
        int readings = in.readInt();
        int predicted = in.readUnsignedShort();
        ExactSums sums = new ExactSums(predicted);
        int[] counts = new int[predicted];
        for (int d = 0; d < predicted; d++) {
            counts[d] = in.readInt();
            readBins(in, sums.bins, d * ExactSums.BINS);
        }
        return new SlotContext(sums, counts, readings);
    }

    private static void readBins(DataInput in, long[] bins, int from) throws IOException {
        int filled = in.readUnsignedShort();
        if (filled >>> ExactSums.BINS != 0) {
            throw new IOException("bins must be " + ExactSums.BINS + ": bits " + filled);
        }
        for (int k = 0; k < ExactSums.BINS; k++) {
            if ((filled >>> k & 1) != 0) {
                bins[from + k] = in.readLong();
            }
        }
    }
}
