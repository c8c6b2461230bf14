package io.hindsight.job.models;

import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.UndecodableException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A {@link GroupLedger} in a checkpoint: group, digests, kept versions, times, schedule. */
public final class GroupLedgerCodec implements Codec<GroupLedger> {
    static final TypeInformation<GroupLedger> TYPE =
            new CodecTypeInfo<>(GroupLedger.class, new GroupLedgerCodec());

    private static final long serialVersionUID = 1L;

    @Override
    public int version() {
        return 1;
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
        out.writeInt(ledger.times.size());
        for (Map.Entry<Integer, Long> time : ledger.times.entrySet()) {
            out.writeInt(time.getKey());
            out.writeLong(time.getValue());
        }
        byte[] schedule = ledger.schedule.map(ModelRecord::encode).orElse(new byte[0]);
        out.writeInt(schedule.length);
        out.write(schedule);
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
        for (int times = in.readInt(); times > 0; times--) {
            ledger.times.put(in.readInt(), in.readLong());
        }
        byte[] schedule = new byte[in.readInt()];
        in.readFully(schedule);
        if (schedule.length > 0) {
            ledger.schedule = Optional.of(schedule(schedule));
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
        return copy;
    }

    private static ModelSchedule schedule(byte[] bytes) throws IOException {
        try {
            return (ModelSchedule) ModelRecord.decode(bytes);
        } catch (UndecodableException | ClassCastException e) {
            throw new IOException("own bytes must decode", e);
        }
    }
}
