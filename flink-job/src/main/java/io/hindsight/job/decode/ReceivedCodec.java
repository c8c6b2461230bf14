package io.hindsight.job.decode;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.job.state.JobTypes;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Wires;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A {@link Received} between operators. A usable one goes as the record that came: its value is
 * decoded again on arrival, which takes less than a microsecond, and sending both forms would
 * double the bytes. A faulty one goes as the dead letter that it will be, since its fault may be
 * one that decoding again does not show.
 */
public final class ReceivedCodec implements Codec<Received> {
    public static final TypeInformation<Received> TYPE =
            new CodecTypeInfo<>(Received.class, new ReceivedCodec());

    private static final long serialVersionUID = 1L;
    private static final RawRecordCodec RECORD = new RawRecordCodec();
    private static final JobTypes.DeadLetterCodec FAULTY = new JobTypes.DeadLetterCodec();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Received received, DataOutput out) throws IOException {
        Optional<DeadLetter.Fault> fault = received.fault();
        out.writeBoolean(fault.isEmpty());
        if (fault.isEmpty()) {
            RECORD.write(received.record(), out);
        } else {
            FAULTY.write(received.record().asDeadLetter(fault.get()), out);
        }
    }

    @Override
    public Received read(int version, DataInput in) throws IOException {
        if (in.readBoolean()) {
            RawRecord record = RECORD.read(RECORD.version(), in);
            return Received.usable(record, Wires.READING.decode(record.value()));
        }
        DeadLetter letter = FAULTY.read(FAULTY.version(), in);
        RawRecord record = new RawRecord(letter.origin(), letter.key(), letter.value());
        return Received.faulty(record, letter.fault());
    }

    @Override
    public Received copy(Received received) {
        return received;
    }
}
