package io.hindsight.trainer.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a {@link LoopState}; every number is read back with the same bits. */
final class LoopStateCodec {
    private static final int FORMAT = 1;

    private LoopStateCodec() {}

    static void write(LoopState state, DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(state.epoch());
        texts(state.names(), out);
        values(state.weights(), out);
        bytes(state.optimiser(), out);
        values(state.bestWeights(), out);
        out.writeDouble(state.bestLoss());
        out.writeInt(state.bestEpoch());
        texts(state.notes(), out);
        out.writeBoolean(state.isFinished());
    }

    /**
     * @param in with {@link DataInputStream#available} telling all that is left, as it does in
     *     memory
     * @throws IOException if this is no state's
     */
    static LoopState read(DataInputStream in) throws IOException {
        int format = in.readInt();
        require(format == FORMAT, "format must be " + FORMAT + ": " + format);
        int epoch = in.readInt();
        List<String> names = texts(in);
        List<float[]> weights = values(in);
        byte[] optimiser = in.readNBytes(count(in, 1));
        List<float[]> bestWeights = values(in);
        double bestLoss = in.readDouble();
        int bestEpoch = in.readInt();
        require(
                0 <= bestEpoch && bestEpoch <= epoch,
                "the best epoch must be one that is done: best=%d, done=%d"
                        .formatted(bestEpoch, epoch));
        return new LoopState(
                epoch,
                names,
                weights,
                optimiser,
                bestWeights,
                bestLoss,
                bestEpoch,
                texts(in),
                in.readBoolean());
    }

    static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in, 1)), StandardCharsets.UTF_8);
    }

    /** A number of things that each take so many bytes at least, and are still to come. */
    static int count(DataInputStream in, int bytesEach) throws IOException {
        int count = in.readInt();
        require(
                count >= 0 && (long) count * bytesEach <= in.available(),
                "more is announced than there is: " + count);
        return count;
    }

    private static void texts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text, out);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = count(in, Integer.BYTES);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void values(List<float[]> values, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (float[] of : values) {
            out.writeInt(of.length);
            for (float value : of) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        }
    }

    private static List<float[]> values(DataInputStream in) throws IOException {
        int count = count(in, Integer.BYTES);
        List<float[]> values = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            float[] of = new float[count(in, Float.BYTES)];
            for (int i = 0; i < of.length; i++) {
                of[i] = Float.intBitsToFloat(in.readInt());
            }
            values.add(of);
        }
        return values;
    }

    private static void require(boolean holds, String rule) throws IOException {
        if (!holds) {
            throw new IOException(rule);
        }
    }
}
