package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a sensor alarms by: how far a strength stands out from the strongest that the sensor has
 * shown.
 *
 * <p>A strength counts when it is larger than all of a stretch of readings before it. The three
 * largest of those that counted fade with a half-life of {@value #HALF_LIFE_BEATS} beats; with T₃
 * the third of them, prominence = strength / ({@value #FLOOR} + T₃). One that counts within {@value
 * #ONE_RISE_BEATS} beats of the last is the same rise, and takes its place among the three.
 */
public final class Prominence {
    private static final int HALF_LIFE_BEATS = 1_000;
    private static final double FLOOR = 0.12;
    private static final int ONE_RISE_BEATS = 12;
    private static final int LARGEST = 3;
    private static final int LONG_AGO = 1_000_000_000;

    private final int readingsPerBeat;
    private final Stretch stretch;
    private final double kept;
    private final float[] largest = new float[LARGEST];
    private int lastPlace = -1;
    private int sinceLast = LONG_AGO;

    /**
     * @param stretch readings that a strength must exceed, at least 1
     */
    public Prominence(int readingsPerBeat, int stretch) {
        this.readingsPerBeat = readingsPerBeat;
        this.stretch = new Stretch(stretch);
        kept = StrictMath.pow(2, -1.0 / HALF_LIFE_BEATS / readingsPerBeat);
    }

    /** Prominence of the next reading; 0 unless it exceeds the stretch before it. */
    public double of(double strength) {
        float here = (float) strength;
        for (int i = 0; i < LARGEST; i++) {
            largest[i] *= (float) kept;
        }
        sinceLast = Math.min(sinceLast + 1, LONG_AGO);
        return stretch.exceeds(here) ? standOut(here) : 0;
    }

    /** The next reading's strength itself; 0 unless it exceeds the stretch before it. */
    double alone(double strength) {
        return stretch.exceeds((float) strength) ? strength : 0;
    }

    private double standOut(float strength) {
        if (sinceLast <= ONE_RISE_BEATS * readingsPerBeat && lastPlace >= 0) {
            remove(lastPlace);
        }
        double prominence = strength / (FLOOR + largest[LARGEST - 1]);
        lastPlace = insert(strength);
        sinceLast = 0;
        return prominence;
    }

    private void remove(int place) {
        System.arraycopy(largest, place + 1, largest, place, LARGEST - 1 - place);
        largest[LARGEST - 1] = 0;
    }

    /** Its place among the largest, or -1. */
    private int insert(float strength) {
        for (int place = 0; place < LARGEST; place++) {
            if (strength > largest[place]) {
                System.arraycopy(largest, place, largest, place + 1, LARGEST - 1 - place);
                largest[place] = strength;
                return place;
            }
        }
        return -1;
    }

    public void copyFrom(Prominence other) {
        System.arraycopy(other.largest, 0, largest, 0, LARGEST);
        stretch.copyFrom(other.stretch);
        lastPlace = other.lastPlace;
        sinceLast = other.sinceLast;
    }

    /** Everything but what it was made with. */
    public void write(DataOutput out) throws IOException {
        for (float strength : largest) {
            out.writeFloat(strength);
        }
        stretch.write(out);
        out.writeByte(lastPlace);
        out.writeInt(sinceLast);
    }

    /**
     * @throws IOException if the bytes end early
     */
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < LARGEST; i++) {
            largest[i] = in.readFloat();
        }
        stretch.read(in);
        lastPlace = in.readByte();
        sinceLast = in.readInt();
    }
}
