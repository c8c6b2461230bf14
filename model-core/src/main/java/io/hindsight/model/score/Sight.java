package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a detector turns a reading into one strength: of one channel, or of many. */
interface Sight {
    /**
     * Looks at the next reading, and learns from it.
     *
     * @param values [N]; NaN is a hole, else finite
     * @param given what a trained model expects [N]; NaN where it says nothing
     * @param out receives strength, prominence, shares, and what was expected
     * @return whether anything was seen
     */
    boolean look(long epochMillis, double[] values, double[] given, Judgement out);

    /** Strength, had a channel been as expected; after {@link #look}. */
    double without(int channel);

    /** A strength, spread out so that a tenth of a decade tells strengths apart. */
    double spread(double strength);

    int readingsPerBeat();

    void copyFrom(Sight other);

    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;
}
