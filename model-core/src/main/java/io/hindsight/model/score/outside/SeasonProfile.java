package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the channel usually is in each of {@value #SLOTS} slots of its season, a day unless its
 * bundle says otherwise: a running mean a slot.
 */
final class SeasonProfile {
    static final int SLOTS = 48;

    private static final double LEAST_SHARE = 0.02;

    /** Beyond this many visits the share no longer depends on them. */
    private static final int MOST_VISITS = 10_000;

    private final float[] values = new float[SLOTS];
    private final short[] visits = new short[SLOTS];

    static int slot(long epochMillis, long seasonMillis) {
        return (int) (Math.floorMod(epochMillis, seasonMillis) * SLOTS / seasonMillis);
    }

    /** NaN for a slot that was never visited. */
    double at(int slot) {
        return visits[slot] == 0 ? Double.NaN : values[slot];
    }

    void learn(int slot, double value, int readingsPerBeat) {
        if (visits[slot] == 0) {
            values[slot] = (float) value;
        } else {
            double share = Math.max(LEAST_SHARE / readingsPerBeat, 1.0 / (visits[slot] + 1));
            values[slot] += (float) (share * (value - values[slot]));
        }
        visits[slot] = (short) Math.min(visits[slot] + 1, MOST_VISITS);
    }

    void copyFrom(SeasonProfile other) {
        System.arraycopy(other.values, 0, values, 0, SLOTS);
        System.arraycopy(other.visits, 0, visits, 0, SLOTS);
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, values);
        for (short count : visits) {
            out.writeShort(count);
        }
    }

    void read(DataInput in) throws IOException {
        Floats.read(in, values);
        Arrays.fill(visits, (short) 0);
        for (int i = 0; i < SLOTS; i++) {
            visits[i] = in.readShort();
        }
    }
}
