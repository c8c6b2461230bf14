package io.hindsight.model.timeline;

import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.StepResult;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link KeptAnswer} as bytes; what a step's result says beyond the answer is left out. Version
 * 2, big endian; version 1 ends with the digest:
 *
 * <pre>
 *   long   eventTimeMillis     short  N, H     float  seen, profile, mean, scale [N], state [H]
 *   short  N, or 0 where the sensor has no scale of its own, and then {@link OwnScale#write}
 *   byte   status     long  modelVersion     float  score     short  D, and for each channel:
 *     double observed     float  expected, spread, imputed, score
 *   short  corrections, and for each: short channel, float value, spread, long madeMillis
 *   int    revision     long  digest
 *   int    warming     and for each channel: float share, without
 *   byte   suppressed, and if so its name in modified UTF-8
 * </pre>
 */
public final class KeptAnswerCodec {
    public static final int VERSION = 2;

    private KeptAnswerCodec() {}

    public static void write(KeptAnswer kept, DataOutput out) throws IOException {
        write(kept.slot(), out);
        out.writeByte(code(kept.causal.status()));
        out.writeLong(kept.causal.modelVersion());
        StepResult result = kept.causal.result();
        out.writeFloat(result.score);
        out.writeShort(result.channelCount());
        for (int d = 0; d < result.channelCount(); d++) {
            out.writeDouble(result.observed[d]);
            out.writeFloat(result.expected[d]);
            out.writeFloat(result.spread[d]);
            out.writeFloat(result.imputed[d]);
            out.writeFloat(result.channelScore[d]);
        }
        out.writeShort(kept.corrections.size());
        for (KeptAnswer.Correction correction : kept.corrections) {
            out.writeShort(correction.channel());
            out.writeFloat(correction.value());
            out.writeFloat(correction.spread());
            out.writeLong(correction.madeMillis());
        }
        EntryCodec.write(kept.said, out);
        out.writeInt(result.warming);
        for (int d = 0; d < result.channelCount(); d++) {
            out.writeFloat(result.share[d]);
            out.writeFloat(result.without[d]);
        }
        out.writeBoolean(result.suppressed != null);
        if (result.suppressed != null) {
            out.writeUTF(result.suppressed);
        }
    }

    /**
     * @param written the version that it was written in
     * @throws IOException if the bytes end early, or name no status or no channel
     */
    public static KeptAnswer read(int written, DataInput in) throws IOException {
        KeptSlot slot = readSlot(in);
        Answer.Status status = status(in.readUnsignedByte());
        long version = in.readLong();
        float score = in.readFloat();
        int channels = in.readUnsignedShort();
        StepResult result = new StepResult(channels);
        result.eventTimeMillis = slot.timeMillis;
        result.score = score;
        for (int d = 0; d < channels; d++) {
            result.observed[d] = in.readDouble();
            result.expected[d] = in.readFloat();
            result.spread[d] = in.readFloat();
            result.imputed[d] = in.readFloat();
            result.channelScore[d] = in.readFloat();
        }
        List<KeptAnswer.Correction> corrections = readCorrections(channels, in);
        Said said = EntryCodec.readSaid(in);
        if (written >= 2) {
            result.warming = in.readInt();
            for (int d = 0; d < channels; d++) {
                result.share[d] = in.readFloat();
                result.without[d] = in.readFloat();
            }
        }
        result.suppressed = written >= 2 && in.readBoolean() ? in.readUTF() : null;
        return new KeptAnswer(slot, new Answer(status, version, result), corrections, said);
    }

    private static List<KeptAnswer.Correction> readCorrections(int channels, DataInput in)
            throws IOException {
        List<KeptAnswer.Correction> corrections = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int channel = in.readUnsignedShort();
            if (channel >= channels) {
                throw new IOException("channel must be below " + channels + ": " + channel);
            }
            corrections.add(
                    new KeptAnswer.Correction(
                            channel, in.readFloat(), in.readFloat(), in.readLong()));
        }
        return List.copyOf(corrections);
    }

    private static void write(KeptSlot slot, DataOutput out) throws IOException {
        out.writeLong(slot.timeMillis);
        out.writeShort(slot.seen.length);
        out.writeShort(slot.state.length);
        write(slot.seen, out);
        write(slot.profile, out);
        write(slot.mean, out);
        write(slot.scale, out);
        write(slot.state, out);
        OwnScale.write(slot.units, out);
    }

    private static KeptSlot readSlot(DataInput in) throws IOException {
        long time = in.readLong();
        int channels = in.readUnsignedShort();
        int hiddenSize = in.readUnsignedShort();
        float[] seen = readFloats(channels, in);
        float[] profile = readFloats(channels, in);
        float[] mean = readFloats(channels, in);
        float[] scale = readFloats(channels, in);
        float[] state = readFloats(hiddenSize, in);
        return new KeptSlot(time, seen, profile, mean, scale, state, OwnScale.read(channels, in));
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(int length, DataInput in) throws IOException {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static int code(Answer.Status status) {
        return switch (status) {
            case WAITING -> 0;
            case SCORED -> 1;
            case MISSING -> 2;
            case LOST -> 3;
            case WITHDRAWN -> 4;
        };
    }

    private static Answer.Status status(int code) throws IOException {
        return switch (code) {
            case 0 -> Answer.Status.WAITING;
            case 1 -> Answer.Status.SCORED;
            case 2 -> Answer.Status.MISSING;
            case 3 -> Answer.Status.LOST;
            case 4 -> Answer.Status.WITHDRAWN;
            default -> throw new IOException("status must be 0 to 4: " + code);
        };
    }
}
