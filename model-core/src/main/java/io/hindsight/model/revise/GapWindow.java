package io.hindsight.model.revise;

import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.student.StudentSpec;
import java.util.function.LongFunction;

/**
 * Lays out the slots of a gap that has just closed, or of a long one that stays open, in the units
 * of the last slot: what the {@link Reviser} looks at. Owns its arrays and serves one thread.
 */
public final class GapWindow {
    private final int channels;
    private final Stretch stretch;
    private GapCounts counts;
    private long first;

    public GapWindow(StudentSpec spec) {
        channels = spec.channelCount();
        stretch =
                new Stretch(
                        channels, spec.hiddenSize(), spec.anchor().order(), GapCounts.MOST_SLOTS);
    }

    /**
     * Counts a slot and, if it closes a gap or if it is time to look back on one that stays open,
     * lays out the slots from the gap's start to it.
     *
     * @param kept the slots that are kept, by number
     * @return whether there is something to look back on
     */
    public boolean opens(GapCounts gaps, LongFunction<KeptSlot> kept, KeptSlot here) {
        counts = gaps;
        int before = counts.add(here.seen);
        if (before == 0) {
            return false;
        }
        stretch.clear();
        first = counts.next() - before;
        for (long number = first; number < counts.next(); number++) {
            add(kept.apply(number), here.units);
        }
        stretch.add(here);
        return true;
    }

    private void add(KeptSlot slot, OwnScale units) {
        if (units == null || units.hasUnitsOf(slot.units)) {
            stretch.add(slot);
        } else {
            stretch.add(slot, units.changeFrom(slot.units));
        }
    }

    /** The slots, the last one at their end; good until the next call. */
    public Stretch stretch() {
        return stretch;
    }

    /** Number of a slot that is laid out, among those that are kept. */
    public long number(int slot) {
        return first + slot;
    }

    /** How far back the nearest slot is that is to be corrected of a channel. */
    public int nearest(int channel) {
        return isSeen(channel) ? 1 : GapCounts.LAG_SLOTS;
    }

    /**
     * How far back the furthest of them is; nearer than {@link #nearest} if there is none, as of a
     * gap that stays open and in which nothing was seen since.
     */
    public int furthest(int channel) {
        if (isSeen(channel)) {
            return Math.min(counts.length(channel), stretch.slots - 1);
        }
        return counts.isLong(channel) && wasAnySeen() ? 2 * GapCounts.LAG_SLOTS - 1 : 0;
    }

    private boolean isSeen(int channel) {
        return !Float.isNaN(stretch.seen[(stretch.slots - 1) * channels + channel]);
    }

    private boolean wasAnySeen() {
        for (int back = 0; back < GapCounts.LAG_SLOTS; back++) {
            if (stretch.isSeen(stretch.slots - 1 - back)) {
                return true;
            }
        }
        return false;
    }

    /** Slots from one that is so far back to the nearer end of its gap that is known. */
    public int distance(int channel, int back) {
        int length = counts.length(channel);
        return isSeen(channel) ? Math.min(back, length - back + 1) : length - back;
    }

    /**
     * Forgets what the last slot closed.
     *
     * @return whether the slot must be kept, under the number {@link GapCounts#next} − 1
     */
    public boolean settle(KeptSlot here) {
        return counts.settle(here.seen);
    }
}
