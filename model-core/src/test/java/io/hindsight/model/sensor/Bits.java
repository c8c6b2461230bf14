package io.hindsight.model.sensor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Results and states in a form that is equal only if every bit is. */
final class Bits {
    private Bits() {}

    static String of(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored
                ? scored.modelVersion() + " " + of(scored.result()) + scored.changes()
                : outcome.toString();
    }

    /** The same of what the step says, without what the sensor's own past makes of it. */
    static String ofStep(Outcome outcome) {
        return outcome instanceof Outcome.Scored scored
                ? scored.modelVersion() + " " + ofStep(scored.result())
                : outcome.toString();
    }

    /** All of it, the score last; floats in hexadecimal. */
    static String of(StepResult result) {
        StringBuilder text = new StringBuilder(ofStep(result));
        append(result.share, text);
        append(result.without, text);
        return text.append(result.warming)
                .append(' ')
                .append(Float.toHexString(result.score))
                .toString();
    }

    /** Channel scores, expected, spread, scale, imputed, situations; floats in hexadecimal. */
    static String ofStep(StepResult result) {
        StringBuilder text = new StringBuilder();
        append(result.channelScore, text);
        append(result.expected, text);
        append(result.spread, text);
        append(result.scale, text);
        append(result.imputed, text);
        for (byte situation : result.situation) {
            text.append(situation).append(' ');
        }
        return text.toString();
    }

    static byte[] of(SensorState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SensorStateCodec.write(state, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] of(ModelMemory memory) {
        SensorState state = new SensorState();
        state.memory = memory;
        return of(state);
    }

    static SensorState state(byte[] bytes) throws IOException {
        return SensorStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static void append(float[] values, StringBuilder text) {
        for (float value : values) {
            text.append(Float.toHexString(value)).append(' ');
        }
    }
}
