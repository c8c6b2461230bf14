package io.hindsight.model.sensor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorMemoryCodec;
import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.score.Watch;
import io.hindsight.model.student.StudentMemory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SensorState} as bytes. Version 6, big endian:
 *
 * <pre>
 *   byte   6
 *   long   lastReadingMillis, lastSlotMillis, nextFromMillis, firstMissedMillis    int  missed
 *   long   readings, misses, modelVersion, keptNext
 *   short  H (0 when there is no memory), and only when there is one:
 *     short  N     float  h [H], c [H], age [N]     byte  seen [N]     long  lastMillis
 *     the anchor's memory ({@link AnchorMemoryCodec})
 *     the sensor's own scale ({@link OwnScale#write})
 *   byte   1 and the open gaps ({@link GapCounts#write}), or 0
 *   byte   1 and the sensor's own interval (byte count, long steps), or 0
 *   the episode ({@link EpisodeState#write})
 *   byte   1 and what its scores remember ({@link Watch#write}), or 2 and what is known of it while
 *          no model acts ({@link GenericMemory#write}), or 0
 * </pre>
 */
public final class SensorStateCodec {
    /** The layout that is written; versions 3 to 5 are read, too. */
    public static final int VERSION = 6;

    /** The one before scores had a memory of their own. */
    private static final int WITHOUT_WATCH = 5;

    /** The one before the student's memory had a time: that of the last slot. */
    private static final int WITHOUT_TIME = 4;

    /** The one before slots without a reading were counted. */
    private static final int WITHOUT_SLOTS = 3;

    /** What there is of a past to judge by. */
    private static final int NO_PAST = 0;

    private static final int WATCH = 1;
    private static final int GENERIC = 2;

    private SensorStateCodec() {}

    public static void write(SensorState state, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(state.lastReadingMillis);
        out.writeLong(state.lastSlotMillis);
        out.writeLong(state.nextFromMillis);
        out.writeLong(state.firstMissedMillis);
        out.writeInt(state.missed);
        out.writeLong(state.readings);
        out.writeLong(state.misses);
        out.writeLong(state.modelVersion);
        out.writeLong(state.keptNext);
        if (state.memory == null) {
            out.writeShort(0);
        } else {
            write(state.memory.student, out);
            AnchorMemoryCodec.write(state.memory.anchor, out);
            OwnScale.write(state.memory.own, out);
        }
        out.writeBoolean(state.gaps != null);
        if (state.gaps != null) {
            state.gaps.write(out);
        }
        out.writeBoolean(state.interval != null);
        if (state.interval != null) {
            state.interval.write(out);
        }
        state.episode.write(out);
        writePast(state, out);
    }

    private static void writePast(SensorState state, DataOutput out) throws IOException {
        if (state.generic != null) {
            out.writeByte(GENERIC);
            state.generic.write(out);
        } else if (state.watch != null) {
            out.writeByte(WATCH);
            state.watch.write(out);
        } else {
            out.writeByte(NO_PAST);
        }
    }

    private static void readPast(SensorState state, DataInput in) throws IOException {
        int past = in.readUnsignedByte();
        switch (past) {
            case NO_PAST -> {}
            case WATCH -> state.watch = Watch.read(in);
            case GENERIC -> state.generic = GenericMemory.read(in);
            default -> throw new IOException("a past to judge by must be 0 to 2: " + past);
        }
    }

    /**
     * @throws IOException if the bytes end early or were written by another version
     */
    public static SensorState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version < WITHOUT_SLOTS || version > VERSION) {
            throw new IOException(
                    "sensor state must be of version %d to %d: %d"
                            .formatted(WITHOUT_SLOTS, VERSION, version));
        }
        boolean slots = version > WITHOUT_SLOTS;
        SensorState state = new SensorState();
        state.lastReadingMillis = in.readLong();
        state.lastSlotMillis = state.lastReadingMillis;
        state.nextFromMillis = state.lastReadingMillis + 1;
        if (slots) {
            state.lastSlotMillis = in.readLong();
            state.nextFromMillis = in.readLong();
            state.firstMissedMillis = in.readLong();
            state.missed = in.readInt();
        }
        state.readings = in.readLong();
        state.misses = slots ? in.readLong() : 0;
        state.modelVersion = in.readLong();
        state.keptNext = slots ? in.readLong() : 0;
        int hiddenSize = in.readUnsignedShort();
        if (hiddenSize > 0) {
            StudentMemory student = readStudent(hiddenSize, in);
            student.lastMillis = version > WITHOUT_TIME ? in.readLong() : state.lastSlotMillis;
            AnchorMemory anchor = AnchorMemoryCodec.read(in);
            state.memory = new ModelMemory(anchor, student, OwnScale.read(student.age.length, in));
        }
        state.gaps = slots && in.readBoolean() ? GapCounts.read(in) : null;
        state.interval = slots && in.readBoolean() ? OwnInterval.read(in) : null;
        state.episode =
                version > WITHOUT_WATCH ? EpisodeState.read(in) : EpisodeState.readPeakAlone(in);
        if (version > WITHOUT_WATCH) {
            readPast(state, in);
        }
        return state;
    }

    static void write(StudentMemory memory, DataOutput out) throws IOException {
        out.writeShort(memory.h.length);
        out.writeShort(memory.age.length);
        write(memory.h, out);
        write(memory.c, out);
        write(memory.age, out);
        for (boolean seen : memory.seen) {
            out.writeBoolean(seen);
        }
        out.writeLong(memory.lastMillis);
    }

    private static StudentMemory readStudent(int hiddenSize, DataInput in) throws IOException {
        StudentMemory memory = new StudentMemory(hiddenSize, in.readUnsignedShort());
        read(memory.h, in);
        read(memory.c, in);
        read(memory.age, in);
        for (int d = 0; d < memory.seen.length; d++) {
            memory.seen[d] = in.readBoolean();
        }
        return memory;
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static void read(float[] values, DataInput in) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
    }
}
