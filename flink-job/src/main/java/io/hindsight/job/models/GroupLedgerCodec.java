package io.hindsight.job.models;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.UndecodableException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A {@link GroupLedger} in a checkpoint: group, digests, kept versions, times, schedule; since
 * version 2 also times and record of what is suppressed.
 */
public final class GroupLedgerCodec implements Codec<GroupLedger> {
    static final TypeInformation<GroupLedger> TYPE =
            new CodecTypeInfo<>(GroupLedger.class, new GroupLedgerCodec());

    private static final long serialVersionUID = 1L;

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(GroupLedger ledger, DataOutput out) throws IOException {
        out.writeUTF(ledger.group);
        out.writeInt(ledger.digests.size());
        for (Map.Entry<Long, String> digest : ledger.digests.entrySet()) {
            out.writeLong(digest.getKey());
            out.writeUTF(digest.getValue());
            out.writeBoolean(ledger.kept.contains(digest.getKey()));
        }
        write(ledger.times, out);
        write(ledger.schedule, out);
        write(ledger.suppression.times, out);
        write(ledger.suppression.wanted, out);
    }

    private static void write(Map<Integer, Long> times, DataOutput out) throws IOException {
        out.writeInt(times.size());
        for (Map.Entry<Integer, Long> time : times.entrySet()) {
            out.writeInt(time.getKey());
            out.writeLong(time.getValue());
        }
    }

    private static void write(Optional<? extends ModelRecord> record, DataOutput out)
            throws IOException {
        byte[] bytes = record.map(ModelRecord::encode).orElse(new byte[0]);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public GroupLedger read(int version, DataInput in) throws IOException {
        GroupLedger ledger = new GroupLedger(in.readUTF());
        for (int digests = in.readInt(); digests > 0; digests--) {
            long model = in.readLong();
            ledger.digests.put(model, in.readUTF());
            if (in.readBoolean()) {
                ledger.kept.add(model);
            }
        }
        readTimes(ledger.times, in);
        ledger.schedule = readRecord(ModelSchedule.class, in);
        if (version >= 2) {
            readTimes(ledger.suppression.times, in);
            ledger.suppression.wanted = readRecord(ModelSuppression.class, in);
        }
        return ledger;
    }

    @Override
    public GroupLedger copy(GroupLedger ledger) {
        GroupLedger copy = new GroupLedger(ledger.group);
        copy.digests.putAll(ledger.digests);
        copy.kept.addAll(ledger.kept);
        copy.times.putAll(ledger.times);
        copy.schedule = ledger.schedule;
        copy.suppression.times.putAll(ledger.suppression.times);
        copy.suppression.wanted = ledger.suppression.wanted;
        return copy;
    }

    private static void readTimes(Map<Integer, Long> times, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            times.put(in.readInt(), in.readLong());
        }
    }

    private static <T extends ModelRecord> Optional<T> readRecord(Class<T> kind, DataInput in)
            throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        try {
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(kind.cast(ModelRecord.decode(bytes)));
        } catch (UndecodableException | ClassCastException e) {
            throw new IOException("own bytes must decode", e);
        }
    }
}
