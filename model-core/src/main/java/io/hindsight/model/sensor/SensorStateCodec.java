package io.hindsight.model.sensor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorMemoryCodec;
import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.student.StudentMemory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SensorState} as bytes. Version 3, big endian:
 *
 * <pre>
 *   byte   3
 *   long   lastEventTimeMillis, readings, modelVersion
 *   short  H (0 when there is no memory), and only when there is one:
 *     short  N     float  h [H], c [H], age [N]     byte  seen [N]
 *     the anchor's memory ({@link AnchorMemoryCodec})
 *     short  N, or 0 where the model knows no own scale, and then for each channel:
 *       int  count     double  mean, squares, location, scale ({@link OwnScale})
 *   the episode ({@link EpisodeState#write})
 * </pre>
 */
public final class SensorStateCodec {
    /** The layout that is written and read. */
    public static final int VERSION = 3;

    private SensorStateCodec() {}

    public static void write(SensorState state, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(state.lastEventTimeMillis);
        out.writeLong(state.readings);
        out.writeLong(state.modelVersion);
        if (state.memory == null) {
            out.writeShort(0);
        } else {
            write(state.memory.student, out);
            AnchorMemoryCodec.write(state.memory.anchor, out);
            write(state.memory.own, out);
        }
        state.episode.write(out);
    }

    /**
     * @throws IOException if the bytes end early or were written by another version
     */
    public static SensorState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("sensor state must be of version " + VERSION + ": " + version);
        }
        SensorState state = new SensorState();
        state.lastEventTimeMillis = in.readLong();
        state.readings = in.readLong();
        state.modelVersion = in.readLong();
        int hiddenSize = in.readUnsignedShort();
        if (hiddenSize > 0) {
            StudentMemory student = readStudent(hiddenSize, in);
            AnchorMemory anchor = AnchorMemoryCodec.read(in);
            state.memory = new ModelMemory(anchor, student, readOwn(student.age.length, in));
        }
        state.episode = EpisodeState.read(in);
        return state;
    }

    /** A state that shares nothing with the given one. */
    public static SensorState copy(SensorState state) {
        SensorState copy = new SensorState();
        copy.lastEventTimeMillis = state.lastEventTimeMillis;
        copy.readings = state.readings;
        copy.modelVersion = state.modelVersion;
        copy.memory = state.memory == null ? null : state.memory.copy();
        copy.episode = state.episode.copy();
        return copy;
    }

    private static void write(StudentMemory memory, DataOutput out) throws IOException {
        out.writeShort(memory.h.length);
        out.writeShort(memory.age.length);
        write(memory.h, out);
        write(memory.c, out);
        write(memory.age, out);
        for (boolean seen : memory.seen) {
            out.writeBoolean(seen);
        }
    }

    private static void write(OwnScale own, DataOutput out) throws IOException {
        int channels = own == null ? 0 : own.channelCount();
        out.writeShort(channels);
        for (int d = 0; d < channels; d++) {
            out.writeInt(own.count[d]);
            out.writeDouble(own.mean[d]);
            out.writeDouble(own.squares[d]);
            out.writeDouble(own.location[d]);
            out.writeDouble(own.scale[d]);
        }
    }

    private static OwnScale readOwn(int channels, DataInput in) throws IOException {
        int length = in.readUnsignedShort();
        if (length == 0) {
            return null;
        }
        if (length != channels) {
            throw new IOException(
                    "own scale must be of " + channels + " channels or none: " + length);
        }
        OwnScale own = new OwnScale(channels);
        for (int d = 0; d < channels; d++) {
            own.count[d] = in.readInt();
            own.mean[d] = in.readDouble();
            own.squares[d] = in.readDouble();
            own.location[d] = in.readDouble();
            own.scale[d] = in.readDouble();
        }
        return own;
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
