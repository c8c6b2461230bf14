package io.hindsight.model.generic;

import io.hindsight.model.score.outside.OutsideViews;
import io.hindsight.model.score.outside.Rhythm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the generic net knows of one channel: statistics, hidden state, and its last answers. */
public final class GenericState {
    final GenericInputs inputs;
    final float[] hidden;
    double expected = Double.NaN;
    double usual = Double.NaN;
    double forecast = Double.NaN;
    double spread = Double.NaN;
    double logit;

    /**
     * @param readingsPerBeat as that of the channel's views
     * @param hiddenSize of the net
     */
    public GenericState(int readingsPerBeat, int hiddenSize) {
        inputs = new GenericInputs(readingsPerBeat);
        hidden = new float[hiddenSize];
    }

    /** The value that was expected last, before it was seen; NaN before the first one. */
    public double forecast() {
        return forecast;
    }

    /** Scale of Student's t with four degrees of freedom around it; NaN before the first value. */
    public double spread() {
        return spread;
    }

    /** Log odds that the last reading belongs to an event. */
    public double logit() {
        return logit;
    }

    /** Whether the channel has a past of which odds mean something. */
    boolean isSettled() {
        return inputs.readings() >= OutsideViews.BEATS_BEFORE * inputs.readingsPerBeat();
    }

    /** One that shares nothing with this one. */
    public GenericState copy() {
        GenericState copy = new GenericState(inputs.readingsPerBeat(), hidden.length);
        copy.inputs.copyFrom(inputs);
        System.arraycopy(hidden, 0, copy.hidden, 0, hidden.length);
        copy.expected = expected;
        copy.usual = usual;
        copy.forecast = forecast;
        copy.spread = spread;
        copy.logit = logit;
        return copy;
    }

    /** All that the next readings hang on. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(inputs.readingsPerBeat());
        out.writeShort(hidden.length);
        inputs.write(out);
        for (float unit : hidden) {
            out.writeFloat(unit);
        }
    }

    /**
     * @throws IOException if the bytes end early or are no such state
     */
    public static GenericState read(DataInput in) throws IOException {
        int readingsPerBeat = in.readUnsignedByte();
        int hiddenSize = in.readUnsignedShort();
        if (readingsPerBeat < 1
                || readingsPerBeat > Rhythm.MOST_READINGS
                || hiddenSize < 1
                || hiddenSize > GenericWeights.MOST_HIDDEN) {
            throw new IOException(
                    "no state of a generic net: %d readings a beat, %d units"
                            .formatted(readingsPerBeat, hiddenSize));
        }
        GenericState state = new GenericState(readingsPerBeat, hiddenSize);
        state.inputs.read(in);
        for (int k = 0; k < hiddenSize; k++) {
            state.hidden[k] = in.readFloat();
        }
        return state;
    }
}
