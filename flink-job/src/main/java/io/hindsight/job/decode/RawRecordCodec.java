package io.hindsight.job.decode;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.schemas.DeadLetter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A {@link RawRecord} between operators: topic, partition, offset, timestamp, key, value. */
public final class RawRecordCodec implements Codec<RawRecord> {
    public static final TypeInformation<RawRecord> TYPE =
            new CodecTypeInfo<>(RawRecord.class, new RawRecordCodec());

    private static final long serialVersionUID = 1L;
    private static final int NO_BYTES = -1;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(RawRecord record, DataOutput out) throws IOException {
        out.writeUTF(record.origin().topic());
        out.writeInt(record.origin().partition());
        out.writeLong(record.origin().offset());
        out.writeLong(record.origin().timestampMillis());
        writeBytes(record.key(), out);
        writeBytes(record.value(), out);
    }

    @Override
    public RawRecord read(int version, DataInput in) throws IOException {
        DeadLetter.Origin origin =
                new DeadLetter.Origin(in.readUTF(), in.readInt(), in.readLong(), in.readLong());
        return new RawRecord(origin, readBytes(in), readBytes(in));
    }

    @Override
    public RawRecord copy(RawRecord record) {
        return record;
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes == null ? NO_BYTES : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == NO_BYTES) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
