package io.hindsight.model.revise;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long each answered channel of a sensor has been missing, and which slots are kept because of
 * it: the part of its open gaps that every slot touches. Slots are kept under running numbers, one
 * after the other while any gap is open. A channel that was never seen keeps nothing open.
 */
public final class GapCounts {
    /**
     * Slots that are looked back on, the one that closes a gap among them: of a longer gap the last
     * are revised.
     */
    public static final int MOST_SLOTS = 168;

    /**
     * A channel that stays missing is looked back on each time when so many more of its slots have
     * passed: then those that are at least so far back.
     */
    public static final int LAG_SLOTS = 48;

    private final int[] missing;
    private final boolean[] known;
    private long next;

    /**
     * @param answered D
     * @param next number of the first slot that will be kept
     */
    public GapCounts(int answered, long next) {
        this.missing = new int[answered];
        this.known = new boolean[answered];
        this.next = next;
    }

    private GapCounts(GapCounts other) {
        missing = other.missing.clone();
        known = other.known.clone();
        next = other.next;
    }

    /** Counts of the same that share nothing with these. */
    public GapCounts copy() {
        return new GapCounts(this);
    }

    /** D. */
    public int answered() {
        return missing.length;
    }

    /** Number of the next slot that is kept. */
    public long next() {
        return next;
    }

    /** Number of the first slot that may still be revised; {@link #next} if there is none. */
    public long first() {
        int longest = 0;
        for (int slots : missing) {
            longest = Math.max(longest, slots);
        }
        return next - Math.min(longest, MOST_SLOTS - 1);
    }

    /**
     * Whether a slot neither closes a gap nor is in one, which most are: it is counted by this.
     *
     * @param z what was seen [N], NaN is a hole
     */
    public boolean passBy(float[] z) {
        for (int d = 0; d < missing.length; d++) {
            if (missing[d] > 0 || (known[d] && Float.isNaN(z[d]))) {
                return false;
            }
        }
        for (int d = 0; d < missing.length; d++) {
            known[d] |= !Float.isNaN(z[d]);
        }
        return true;
    }

    /**
     * Counts a slot.
     *
     * @param z what was seen [N], NaN is a hole
     * @return slots before this one that are to be looked back on: from the earliest start of a gap
     *     that it closed, as far as they are kept, or of one that {@link #isLong}; 0 if there is
     *     neither
     */
    int add(float[] z) {
        int longest = 0;
        for (int d = 0; d < missing.length; d++) {
            if (!Float.isNaN(z[d])) {
                longest = Math.max(longest, missing[d]);
                known[d] = true;
            } else if (known[d]) {
                missing[d]++;
                longest = isLong(d) ? Math.max(longest, 2 * LAG_SLOTS - 1) : longest;
            }
        }
        return Math.min(longest, MOST_SLOTS - 1);
    }

    /** Whether it is time to look back on a gap that stays open. */
    boolean isLong(int channel) {
        return missing[channel] >= 2 * LAG_SLOTS && missing[channel] % LAG_SLOTS == 0;
    }

    /** Slots of a channel's gap, open or closed by the last slot, kept or not. */
    int length(int channel) {
        return missing[channel];
    }

    /**
     * Forgets the gaps that the last slot closed.
     *
     * @param z what was seen in it [N]
     * @return whether it must be kept, under the number {@link #next} − 1
     */
    boolean settle(float[] z) {
        boolean open = false;
        for (int d = 0; d < missing.length; d++) {
            if (!Float.isNaN(z[d])) {
                missing[d] = 0;
            }
            open |= missing[d] > 0;
        }
        next += open ? 1 : 0;
        return open;
    }

    /** D, and for each channel its count, −1 where it was never seen; and the next number. */
    public void write(DataOutput out) throws IOException {
        out.writeShort(missing.length);
        for (int d = 0; d < missing.length; d++) {
            out.writeInt(known[d] ? missing[d] : -1);
        }
        out.writeLong(next);
    }

    public static GapCounts read(DataInput in) throws IOException {
        GapCounts counts = new GapCounts(in.readUnsignedShort(), 0);
        for (int d = 0; d < counts.missing.length; d++) {
            int slots = in.readInt();
            counts.known[d] = slots >= 0;
            counts.missing[d] = Math.max(slots, 0);
        }
        counts.next = in.readLong();
        return counts;
    }
}
