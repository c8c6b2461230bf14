package io.hindsight.model.timeline;

import io.hindsight.model.sensor.PastInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An {@link Entry} as bytes. Version 1, big endian:
 *
 * <pre>
 *   long   eventTimeMillis
 *   byte   flags: 1 a reading, 2 kept, 4 changes, 8 opened, 16 a silence opened
 *   int    revision     long  digest
 *   of a reading:  short N     double value [N], NaN is a hole
 *   as flagged:    long keptNumber, long changes, long silentSince
 * </pre>
 */
public final class EntryCodec {
    public static final int VERSION = 1;

    private static final int READING = 1;
    private static final int KEPT = 2;
    private static final int CHANGES = 4;
    private static final int OPENED = 8;
    private static final int SILENT = 16;

    private EntryCodec() {}

    public static void write(Entry entry, DataOutput out) throws IOException {
        out.writeLong(entry.eventTimeMillis());
        int flags =
                (entry.isReading() ? READING : 0)
                        | (entry.keptNumber() == Entry.NOT_KEPT ? 0 : KEPT)
                        | (entry.changes() == 0 ? 0 : CHANGES)
                        | (entry.opened() ? OPENED : 0)
                        | (entry.silentSince() == Entry.NO_SILENCE ? 0 : SILENT);
        out.writeByte(flags);
        write(entry.said(), out);
        if (entry.isReading()) {
            double[] values = entry.input().values();
            out.writeShort(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
        }
        if ((flags & KEPT) != 0) {
            out.writeLong(entry.keptNumber());
        }
        if ((flags & CHANGES) != 0) {
            out.writeLong(entry.changes());
        }
        if ((flags & SILENT) != 0) {
            out.writeLong(entry.silentSince());
        }
    }

    public static Entry read(DataInput in) throws IOException {
        long time = in.readLong();
        int flags = in.readUnsignedByte();
        Said said = readSaid(in);
        PastInput input = null;
        if ((flags & READING) != 0) {
            double[] values = new double[in.readUnsignedShort()];
            for (int d = 0; d < values.length; d++) {
                values[d] = in.readDouble();
            }
            input = new PastInput(time, values);
        }
        return new Entry(
                time,
                input,
                said,
                (flags & KEPT) == 0 ? Entry.NOT_KEPT : in.readLong(),
                (flags & CHANGES) == 0 ? 0 : in.readLong(),
                (flags & OPENED) != 0,
                (flags & SILENT) == 0 ? Entry.NO_SILENCE : in.readLong());
    }

    static void write(Said said, DataOutput out) throws IOException {
        out.writeInt(said.revision());
        out.writeLong(said.digest());
    }

    static Said readSaid(DataInput in) throws IOException {
        return new Said(in.readInt(), in.readLong());
    }
}
