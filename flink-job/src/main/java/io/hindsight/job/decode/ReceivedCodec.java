package io.hindsight.job.decode;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wires;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A {@link Received} on its way to the operator that owns its sensor: the record as it came. Its
 * value is decoded again on arrival, which takes less than a microsecond; sending both forms would
 * double the bytes.
 */
public final class ReceivedCodec implements Codec<Received> {
    public static final TypeInformation<Received> TYPE =
            new CodecTypeInfo<>(Received.class, new ReceivedCodec());

    private static final long serialVersionUID = 1L;
    private static final RawRecordCodec RECORD = new RawRecordCodec();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Received received, DataOutput out) throws IOException {
        RECORD.write(received.record(), out);
    }

    @Override
    public Received read(int version, DataInput in) throws IOException {
        RawRecord record = RECORD.read(RECORD.version(), in);
        try {
            return Received.usable(record, Wires.READING.decode(record.value()));
        } catch (UndecodableException e) {
            return Received.faulty(record, DeadLetter.Fault.undecodable(e));
        }
    }

    @Override
    public Received copy(Received received) {
        return received;
    }
}
