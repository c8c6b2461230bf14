package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whether a strength is larger than all of a stretch of readings before it. Of the stretch it keeps
 * the largest of each of {@value #BLOCKS} blocks, so that it is up to a tenth longer than asked
 * for.
 */
final class Stretch {
    private static final int BLOCKS = 10;

    private final int blockReadings;
    private final float[] blocks = new float[BLOCKS];
    private int inBlock;
    private int block;
    private float begun;

    /**
     * @param readings of the stretch, at least 1
     */
    Stretch(int readings) {
        blockReadings = Math.max(1, (readings + BLOCKS - 1) / BLOCKS);
    }

    /** Whether the next reading's strength exceeds the stretch before it, whose last it becomes. */
    boolean exceeds(float strength) {
        boolean exceeds = strength > begun;
        for (float most : blocks) {
            exceeds &= strength > most;
        }
        begun = Math.max(begun, strength);
        inBlock++;
        if (inBlock == blockReadings) {
            blocks[block] = begun;
            block = (block + 1) % BLOCKS;
            inBlock = 0;
            begun = 0;
        }
        return exceeds;
    }

    void copyFrom(Stretch other) {
        System.arraycopy(other.blocks, 0, blocks, 0, BLOCKS);
        inBlock = other.inBlock;
        block = other.block;
        begun = other.begun;
    }

    void write(DataOutput out) throws IOException {
        for (float most : blocks) {
            out.writeFloat(most);
        }
        out.writeInt(inBlock);
        out.writeByte(block);
        out.writeFloat(begun);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = in.readFloat();
        }
        inBlock = in.readInt();
        block = in.readUnsignedByte();
        begun = in.readFloat();
    }
}
