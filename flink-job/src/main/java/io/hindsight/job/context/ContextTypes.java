package io.hindsight.job.context;

import io.hindsight.job.context.MomentReadings.Entry;
import io.hindsight.job.state.Codec;
import io.hindsight.job.state.CodecTypeInfo;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.ExactSums;
import io.hindsight.model.context.SlotContext;
import io.hindsight.model.context.SlotContextCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Flink's type of everything that is kept or sent of a group's context. The names of the codecs'
 * classes stand in savepoints: they are never changed.
 */
public final class ContextTypes {
    public static final TypeInformation<SlotPart> SLOT_PART =
            new CodecTypeInfo<>(SlotPart.class, new SlotPartCodec());
    public static final TypeInformation<GroupSlot> GROUP_SLOT =
            new CodecTypeInfo<>(GroupSlot.class, new GroupSlotCodec());
    public static final TypeInformation<SlotId> SLOT_ID =
            new CodecTypeInfo<>(SlotId.class, new SlotIdCodec());
    static final TypeInformation<PartialSlot> PARTIAL_SLOT =
            new CodecTypeInfo<>(PartialSlot.class, new PartialSlotCodec());
    static final TypeInformation<MomentReadings> MOMENT_READINGS =
            new CodecTypeInfo<>(MomentReadings.class, new MomentReadingsCodec());
    static final TypeInformation<Agenda> AGENDA =
            new CodecTypeInfo<>(Agenda.class, new AgendaCodec());

    private static final SlotIdCodec ID = new SlotIdCodec();

    private ContextTypes() {}

    /** A name of any length. */
    private static void writeGroup(String group, DataOutput out) throws IOException {
        byte[] name = group.getBytes(StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
    }

    private static String readGroup(DataInput in) throws IOException {
        byte[] name = new byte[in.readInt()];
        in.readFully(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The first version of each layout. */
    abstract static class FirstCodec<T> implements Codec<T> {
        private static final long serialVersionUID = 1L;

        @Override
        public final int version() {
            return 1;
        }

        @Override
        public final T read(int version, DataInput in) throws IOException {
            return read(in);
        }

        abstract T read(DataInput in) throws IOException;
    }

    /** Slot time, interval, phase, predicted and sent channels. */
    public static final class SlotIdCodec extends FirstCodec<SlotId> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(SlotId id, DataOutput out) throws IOException {
            out.writeLong(id.timeMillis());
            out.writeLong(id.spec().intervalMillis());
            out.writeLong(id.spec().phaseMillis());
            out.writeShort(id.spec().predicted());
            out.writeShort(id.spec().sent());
        }

        @Override
        SlotId read(DataInput in) throws IOException {
            return new SlotId(
                    in.readLong(),
                    new ContextSpec(
                            in.readLong(),
                            in.readLong(),
                            in.readUnsignedShort(),
                            in.readUnsignedShort()));
        }

        @Override
        public SlotId copy(SlotId id) {
            return id;
        }
    }

    /** Group, slot, and what was counted. */
    public static final class SlotPartCodec extends FirstCodec<SlotPart> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(SlotPart part, DataOutput out) throws IOException {
            writeGroup(part.group(), out);
            ID.write(part.slot(), out);
            SlotContextCodec.write(part.added(), out);
        }

        @Override
        SlotPart read(DataInput in) throws IOException {
            return new SlotPart(readGroup(in), ID.read(in), SlotContextCodec.read(in));
        }

        /** Its sender keeps nothing of it, and its receiver does not change it. */
        @Override
        public SlotPart copy(SlotPart part) {
            return part;
        }
    }

    /** Group, slot, revision, when it was said, and what was counted. */
    public static final class GroupSlotCodec extends FirstCodec<GroupSlot> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(GroupSlot slot, DataOutput out) throws IOException {
            writeGroup(slot.group(), out);
            ID.write(slot.slot(), out);
            out.writeInt(slot.revision());
            out.writeLong(slot.saidMillis());
            SlotContextCodec.write(slot.context(), out);
        }

        @Override
        GroupSlot read(DataInput in) throws IOException {
            return new GroupSlot(
                    readGroup(in),
                    ID.read(in),
                    in.readInt(),
                    in.readLong(),
                    SlotContextCodec.read(in));
        }

        @Override
        public GroupSlot copy(GroupSlot slot) {
            return slot.copy();
        }
    }

    /** The sensors counted, and what was counted since it was last handed on, if anything was. */
    public static final class PartialSlotCodec extends FirstCodec<PartialSlot> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(PartialSlot slot, DataOutput out) throws IOException {
            long[] sensors = slot.sensors().toArray();
            out.writeInt(sensors.length);
            for (long sensor : sensors) {
                out.writeLong(sensor);
            }
            out.writeBoolean(slot.added() != null);
            if (slot.added() != null) {
                SlotContextCodec.write(slot.added(), out);
            }
        }

        @Override
        PartialSlot read(DataInput in) throws IOException {
            long[] sensors = new long[in.readInt()];
            for (int k = 0; k < sensors.length; k++) {
                sensors[k] = in.readLong();
            }
            SlotContext added = in.readBoolean() ? SlotContextCodec.read(in) : null;
            return new PartialSlot(SensorSet.of(sensors), added);
        }

        @Override
        public PartialSlot copy(PartialSlot slot) {
            return new PartialSlot(
                    SensorSet.of(slot.sensors().toArray()),
                    slot.added() == null ? null : slot.added().copy());
        }
    }

    /** Sensors and values, as they will be summed: float32. */
    public static final class MomentReadingsCodec extends FirstCodec<MomentReadings> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(MomentReadings waiting, DataOutput out) throws IOException {
            out.writeInt(waiting.entries().size());
            for (Entry entry : waiting.entries()) {
                out.writeLong(entry.sensor());
                out.writeShort(entry.values().length);
                for (double value : entry.values()) {
                    out.writeFloat(ExactSums.rounded(value));
                }
            }
        }

        @Override
        MomentReadings read(DataInput in) throws IOException {
            List<Entry> entries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                long sensor = in.readLong();
                double[] values = new double[in.readUnsignedShort()];
                for (int d = 0; d < values.length; d++) {
                    values[d] = in.readFloat();
                }
                entries.add(new Entry(sensor, values));
            }
            return new MomentReadings(entries);
        }

        @Override
        public MomentReadings copy(MomentReadings waiting) {
            return new MomentReadings(new ArrayList<>(waiting.entries()));
        }
    }

    /** The slots to be said, then those to be forgotten. */
    public static final class AgendaCodec extends FirstCodec<Agenda> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Agenda agenda, DataOutput out) throws IOException {
            write(agenda.say(), out);
            write(agenda.forget(), out);
        }

        private static void write(Set<SlotId> slots, DataOutput out) throws IOException {
            out.writeInt(slots.size());
            for (SlotId slot : slots) {
                ID.write(slot, out);
            }
        }

        @Override
        Agenda read(DataInput in) throws IOException {
            return new Agenda(slots(in), slots(in));
        }

        private static Set<SlotId> slots(DataInput in) throws IOException {
            Set<SlotId> slots = new LinkedHashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                slots.add(ID.read(in));
            }
            return slots;
        }

        @Override
        public Agenda copy(Agenda agenda) {
            return new Agenda(
                    new LinkedHashSet<>(agenda.say()), new LinkedHashSet<>(agenda.forget()));
        }
    }
}
