package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the channel usually is in each slot of its season, a day unless its bundle says otherwise: a
 * running mean a slot.
 */
final class SeasonProfile {
    static final int SLOTS = 48;

    /** Beyond this many visits the share no longer depends on them. */
    private static final int MOST_VISITS = 10_000;

    private final long seasonMillis;
    private final float[] values;
    private final short[] visits;

    SeasonProfile(long seasonMillis, int slots) {
        this.seasonMillis = seasonMillis;
        values = new float[slots];
        visits = new short[slots];
    }

    long seasonMillis() {
        return seasonMillis;
    }

    int slot(long epochMillis) {
        return (int) (Math.floorMod(epochMillis, seasonMillis) * values.length / seasonMillis);
    }

    /** NaN for a slot that was never visited. */
    double at(int slot) {
        return visits[slot] == 0 ? Double.NaN : values[slot];
    }

    /**
     * @param leastShare of a visit in the mean of its slot, however many came before it
     */
    void learn(int slot, double value, double leastShare) {
        if (visits[slot] == 0) {
            values[slot] = (float) value;
        } else {
            double share = Math.max(leastShare, 1.0 / (visits[slot] + 1));
            values[slot] += (float) (share * (value - values[slot]));
        }
        visits[slot] = (short) Math.min(visits[slot] + 1, MOST_VISITS);
    }

    void copyFrom(SeasonProfile other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.visits, 0, visits, 0, visits.length);
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, values);
        for (short count : visits) {
            out.writeShort(count);
        }
    }

    void read(DataInput in) throws IOException {
        Floats.read(in, values);
        for (int i = 0; i < visits.length; i++) {
            visits[i] = in.readShort();
        }
    }
}
