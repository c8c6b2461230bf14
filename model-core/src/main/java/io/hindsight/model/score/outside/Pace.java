package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether a sensor's readings come too early, too late or too many: the logarithm of the mean of
 * its last intervals, about {@value #QUICK_READINGS}, beside those that it has shown. An interval
 * counts as {@value #MOST} usual ones at most, so that a single gap, which is silence, says
 * nothing.
 */
public final class Pace {
    private static final int QUICK_READINGS = 24;
    private static final int SLOW_READINGS = 2_000;
    private static final int READINGS_BEFORE = 100;

    /** Readings between two paces that are learned: a change is over before it is known. */
    private static final int READINGS_APART = 48;

    private static final double MOST = 3;

    /** What the logarithm may change by, and says nothing. */
    private static final double FLOOR = 0.5;

    private final Span span = new Span();
    private int readings;
    private int sinceLearned;
    private long lastMillis;
    private float usualMillis;
    private float quick = 1;

    /** Evidence, 0 to 3, that the reading at this time comes at another pace; then learns it. */
    public double take(long epochMillis) {
        long interval = epochMillis - lastMillis;
        lastMillis = epochMillis;
        readings = Math.min(readings + 1, SLOW_READINGS);
        if (readings == 1) {
            return 0;
        }
        if (readings == 2) {
            usualMillis = interval;
        }
        double counted = Math.min((double) interval, MOST * usualMillis);
        quick += (float) ((counted / Math.max(1, usualMillis) - quick) / QUICK_READINGS);
        usualMillis += (float) ((counted - usualMillis) / readings);
        double pace = StrictMath.log(quick);
        double evidence = readings < READINGS_BEFORE ? 0 : span.evidence(pace, FLOOR);
        sinceLearned++;
        if (sinceLearned == READINGS_APART) {
            span.learn(pace, 1);
            sinceLearned = 0;
        }
        return evidence;
    }

    public void copyFrom(Pace other) {
        span.copyFrom(other.span);
        readings = other.readings;
        sinceLearned = other.sinceLearned;
        lastMillis = other.lastMillis;
        usualMillis = other.usualMillis;
        quick = other.quick;
    }

    public void write(DataOutput out) throws IOException {
        span.write(out);
        out.writeInt(readings);
        out.writeByte(sinceLearned);
        out.writeLong(lastMillis);
        out.writeFloat(usualMillis);
        out.writeFloat(quick);
    }

    /**
     * @throws IOException if the bytes end early
     */
    public void read(DataInput in) throws IOException {
        span.read(in);
        readings = in.readInt();
        sinceLearned = in.readUnsignedByte();
        lastMillis = in.readLong();
        usualMillis = in.readFloat();
        quick = in.readFloat();
    }
}
