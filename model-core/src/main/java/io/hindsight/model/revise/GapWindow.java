package io.hindsight.model.revise;

import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.student.StudentSpec;
import java.util.function.LongFunction;

/**
 * Lays out the slots of a gap that has just closed, in the units of the slot that closed it: what
 * the {@link Reviser} looks at. Owns its arrays and serves one thread.
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
     * Counts a slot and, if it closes a gap, lays out the slots from the gap's start to it.
     *
     * @param kept the slots that are kept, by number
     * @return whether it closes one
     */
    public boolean closes(GapCounts gaps, LongFunction<KeptSlot> kept, KeptSlot here) {
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

    /** The slots, the one that closed the gap at their end; good until the next call. */
    public Stretch stretch() {
        return stretch;
    }

    /** Number of a slot that is laid out, among those that are kept. */
    public long number(int slot) {
        return first + slot;
    }

    /** Slots of a channel's gap that are laid out; 0 if the last slot closed none of it. */
    public int closed(int channel) {
        int last = stretch.slots - 1;
        boolean seen = !Float.isNaN(stretch.seen[last * channels + channel]);
        return seen ? Math.min(counts.length(channel), last) : 0;
    }

    /** Slots of the gap of a channel that the last slot closed, laid out or not. */
    public int length(int channel) {
        return counts.length(channel);
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
