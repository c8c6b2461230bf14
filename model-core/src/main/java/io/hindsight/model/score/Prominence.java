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
    private static final int BLOCKS = 10;
    private static final int LONG_AGO = 1_000_000_000;

    private final int readingsPerBeat;
    private final int blockReadings;
    private final double kept;
    private final float[] largest = new float[LARGEST];
    private final float[] blocks = new float[BLOCKS];
    private int lastPlace = -1;
    private int sinceLast = LONG_AGO;
    private int inBlock;
    private int block;
    private float begun;

    /**
     * @param stretch readings that a strength must exceed, at least 1
     */
    public Prominence(int readingsPerBeat, int stretch) {
        this.readingsPerBeat = readingsPerBeat;
        blockReadings = Math.max(1, (stretch + BLOCKS - 1) / BLOCKS);
        kept = StrictMath.pow(2, -1.0 / HALF_LIFE_BEATS / readingsPerBeat);
    }

    /** Prominence of the next reading; 0 unless it exceeds the stretch before it. */
    public double of(double strength) {
        float here = (float) strength;
        for (int i = 0; i < LARGEST; i++) {
            largest[i] *= (float) kept;
        }
        sinceLast = Math.min(sinceLast + 1, LONG_AGO);
        double prominence = exceedsAll(here) ? standOut(here) : 0;
        remember(here);
        return prominence;
    }

    private boolean exceedsAll(float strength) {
        if (!(strength > begun)) {
            return false;
        }
        for (float most : blocks) {
            if (strength <= most) {
                return false;
            }
        }
        return true;
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

    private void remember(float strength) {
        begun = Math.max(begun, strength);
        inBlock++;
        if (inBlock == blockReadings) {
            blocks[block] = begun;
            block = (block + 1) % BLOCKS;
            inBlock = 0;
            begun = 0;
        }
    }

    void copyFrom(Prominence other) {
        System.arraycopy(other.largest, 0, largest, 0, LARGEST);
        System.arraycopy(other.blocks, 0, blocks, 0, BLOCKS);
        lastPlace = other.lastPlace;
        sinceLast = other.sinceLast;
        inBlock = other.inBlock;
        block = other.block;
        begun = other.begun;
    }

    void write(DataOutput out) throws IOException {
        for (float strength : largest) {
            out.writeFloat(strength);
        }
        for (float strength : blocks) {
            out.writeFloat(strength);
        }
        out.writeByte(lastPlace);
        out.writeInt(sinceLast);
        out.writeInt(inBlock);
        out.writeByte(block);
        out.writeFloat(begun);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < LARGEST; i++) {
            largest[i] = in.readFloat();
        }
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = in.readFloat();
        }
        lastPlace = in.readByte();
        sinceLast = in.readInt();
        inBlock = in.readInt();
        block = in.readUnsignedByte();
        begun = in.readFloat();
    }
}
