package io.hindsight.model.sensor;

import io.hindsight.model.episode.EpisodeState;
import io.hindsight.model.student.StudentMemory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link SensorState} as bytes. Version 1, big endian:
 *
 * <pre>
 *   byte   1
 *   long   lastEventTimeMillis, readings, modelVersion
 *   short  H (0 when there is no memory), short D
 *   float  h [H], c [H], held [D], age [D]       byte  seen [D]
 *   the episode ({@link EpisodeState#write})
 * </pre>
 */
public final class SensorStateCodec {
    /** The layout that is written; older ones are read, newer ones refused. */
    public static final int VERSION = 1;

    private SensorStateCodec() {}

    public static void write(SensorState state, DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(state.lastEventTimeMillis);
        out.writeLong(state.readings);
        out.writeLong(state.modelVersion);
        StudentMemory memory = state.memory;
        out.writeShort(memory == null ? 0 : memory.h.length);
        out.writeShort(memory == null ? 0 : memory.held.length);
        if (memory != null) {
            write(memory.h, out);
            write(memory.c, out);
            write(memory.held, out);
            write(memory.age, out);
            for (boolean seen : memory.seen) {
                out.writeBoolean(seen);
            }
        }
        state.episode.write(out);
    }

    /**
     * @throws IOException if the bytes end early or were written by a newer version
     */
    public static SensorState read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException(
                    "sensor state must be of version " + VERSION + " or older: " + version);
        }
        SensorState state = new SensorState();
        state.lastEventTimeMillis = in.readLong();
        state.readings = in.readLong();
        state.modelVersion = in.readLong();
        int hiddenSize = in.readUnsignedShort();
        int channels = in.readUnsignedShort();
        if (hiddenSize > 0) {
            StudentMemory memory = new StudentMemory(hiddenSize, channels);
            read(memory.h, in);
            read(memory.c, in);
            read(memory.held, in);
            read(memory.age, in);
            for (int d = 0; d < channels; d++) {
                memory.seen[d] = in.readBoolean();
            }
            state.memory = memory;
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
