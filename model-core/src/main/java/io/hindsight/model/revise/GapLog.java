package io.hindsight.model.revise;

import io.hindsight.model.normalise.UnitChange;
import io.hindsight.model.student.StudentSpec;

/**
 * What is kept of a sensor's last slots while a channel is missing, bounded to {@value #MOST_SLOTS}
 * slots. A channel that was never seen keeps nothing open.
 */
public final class GapLog {
    /**
     * Slots that are kept, the one that closes a gap among them: of a longer gap the last are
     * revised.
     */
    public static final int MOST_SLOTS = 168;

    private final int channels;
    private final int answered;
    private final Stretch ring;
    private final Stretch slice;
    private final int[] open;
    private final boolean[] known;
    private int next;
    private int kept;

    public GapLog(StudentSpec spec) {
        channels = spec.channelCount();
        answered = spec.answeredCount();
        int order = spec.anchor().order();
        ring = new Stretch(channels, spec.hiddenSize(), order, MOST_SLOTS);
        slice = new Stretch(channels, spec.hiddenSize(), order, MOST_SLOTS);
        open = new int[answered];
        known = new boolean[answered];
    }

    /**
     * Adds a slot.
     *
     * @param z what was seen [N], NaN is a hole
     * @param profile the slow profile [N]
     * @param mean what was said of the slot [N]
     * @param scale and its scale [N]
     * @param state the student's normed hidden state after it [H]
     * @return slots from the earliest start of a gap that this slot closed up to this slot; 0 if it
     *     closed none
     */
    public int add(
            long eventTimeMillis,
            float[] z,
            float[] profile,
            float[] mean,
            float[] scale,
            float[] state) {
        ring.slots = next;
        ring.add(eventTimeMillis, z, profile, mean, scale, 0, state, 0);
        next = (next + 1) % MOST_SLOTS;
        kept = Math.min(kept + 1, MOST_SLOTS);
        int longest = 0;
        boolean anyOpen = false;
        for (int d = 0; d < answered; d++) {
            if (Float.isNaN(z[d])) {
                open[d] += known[d] ? 1 : 0;
                anyOpen |= open[d] > 0;
            } else {
                longest = Math.max(longest, open[d]);
                known[d] = true;
            }
        }
        if (longest == 0 && !anyOpen) {
            kept = 0;
        }
        return longest == 0 ? 0 : Math.min(longest + 1, kept);
    }

    /** Tells what is kept in other z units. */
    public void changeUnits(UnitChange change) {
        ring.changeUnits(change);
    }

    /** Event time of the earliest slot that may still be revised; the largest if there is none. */
    public long earliestOpenMillis() {
        int longest = 0;
        for (int slots : open) {
            longest = Math.max(longest, slots);
        }
        return longest == 0
                ? Long.MAX_VALUE
                : ring.times[Math.floorMod(next - Math.min(longest, MOST_SLOTS - 1), MOST_SLOTS)];
    }

    /** The last slots, the one that was added last at their end; good until the next call. */
    public Stretch last(int slots) {
        slice.clear();
        for (int k = 0; k < slots; k++) {
            int at = Math.floorMod(next - slots + k, MOST_SLOTS);
            slice.addFrom(ring, at);
        }
        return slice;
    }

    /**
     * Slots that a channel's gap, closed by the last slot, had within the last ones; 0 for none.
     */
    public int closed(int channel, int slots) {
        boolean seen = !Float.isNaN(slice.seen[(slots - 1) * channels + channel]);
        return seen ? Math.min(open[channel], slots - 1) : 0;
    }

    /** Slots of a channel's open gap, or of the one that the last slot closed, kept or not. */
    public int length(int channel) {
        return open[channel];
    }

    /** Forgets the gaps that the last slot closed. */
    public void settle() {
        int last = Math.floorMod(next - 1, MOST_SLOTS);
        for (int d = 0; d < answered; d++) {
            if (!Float.isNaN(ring.seen[last * channels + d])) {
                open[d] = 0;
            }
        }
    }
}
