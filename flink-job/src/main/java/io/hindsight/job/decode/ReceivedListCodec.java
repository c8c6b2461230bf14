package io.hindsight.job.decode;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Readings that wait, as their number and each as {@link ReceivedCodec} has it. */
public final class ReceivedListCodec implements Codec<List<Received>> {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal knows no type argument
    public static final TypeInformation<List<Received>> TYPE =
            new CodecTypeInfo<>((Class) List.class, new ReceivedListCodec());

    private static final long serialVersionUID = 1L;
    private static final ReceivedCodec ONE = new ReceivedCodec();

    @Override
    public int version() {
        return ONE.version();
    }

    @Override
    public void write(List<Received> waiting, DataOutput out) throws IOException {
        out.writeShort(waiting.size());
        for (Received received : waiting) {
            ONE.write(received, out);
        }
    }

    @Override
    public List<Received> read(int version, DataInput in) throws IOException {
        int size = in.readUnsignedShort();
        List<Received> waiting = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            waiting.add(ONE.read(version, in));
        }
        return List.copyOf(waiting);
    }

    @Override
    public List<Received> copy(List<Received> waiting) {
        return waiting;
    }
}
