package io.hindsight.model.generic;

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

    /** Takes over all that another one of the same sizes knows. */
    public void copyFrom(GenericState other) {
        inputs.copyFrom(other.inputs);
        System.arraycopy(other.hidden, 0, hidden, 0, hidden.length);
        expected = other.expected;
        usual = other.usual;
        forecast = other.forecast;
        spread = other.spread;
        logit = other.logit;
    }

    /** All that the next readings hang on. */
    public void write(DataOutput out) throws IOException {
        inputs.write(out);
        for (float unit : hidden) {
            out.writeFloat(unit);
        }
    }

    /**
     * @throws IOException if the bytes end early
     */
    public void read(DataInput in) throws IOException {
        inputs.read(in);
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = in.readFloat();
        }
    }
}
