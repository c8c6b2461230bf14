package io.hindsight.model.revise;

import io.hindsight.model.normalise.UnitChange;

/**
 * What was kept of some slots in a row, the last one being that which is looked back from. All
 * values are in z units, slot after slot; N channels, H hidden units, p slots ahead.
 */
public final class Stretch {
    final int channels;
    final int hiddenSize;
    final int ahead;
    int slots;

    /** Event time of each slot. */
    final long[] times;

    /** What was seen [slots, N], NaN is a hole. */
    final float[] seen;

    /** The slow profile, as it stood [slots, N]. */
    final float[] profile;

    /** What was said of the slot then [slots, N]: the value itself where it was seen. */
    final float[] mean;

    /** And its scale [slots, N]. */
    final float[] scale;

    /** The student's normed hidden state after the slot [slots, H]. */
    final float[] state;

    /** The slow profile of the p slots after the last one, as it stands now [p, N]. */
    final float[] profileAhead;

    /** Event time of those slots [p]. */
    final long[] timesAhead;

    /**
     * @param most slots that it can hold
     */
    public Stretch(int channels, int hiddenSize, int ahead, int most) {
        this.channels = channels;
        this.hiddenSize = hiddenSize;
        this.ahead = ahead;
        this.times = new long[most];
        this.seen = new float[most * channels];
        this.profile = new float[most * channels];
        this.mean = new float[most * channels];
        this.scale = new float[most * channels];
        this.state = new float[most * hiddenSize];
        this.profileAhead = new float[ahead * channels];
        this.timesAhead = new long[ahead];
    }

    public int slots() {
        return slots;
    }

    /** Forgets all slots. */
    public void clear() {
        slots = 0;
    }

    /** Adds a slot. The arrays are read from their offsets on: N values each, H of the state. */
    public void add(
            long eventTimeMillis,
            float[] seenValues,
            float[] profiles,
            float[] means,
            float[] scales,
            int offset,
            float[] states,
            int stateOffset) {
        times[slots] = eventTimeMillis;
        int at = slots * channels;
        System.arraycopy(seenValues, offset, seen, at, channels);
        System.arraycopy(profiles, offset, profile, at, channels);
        System.arraycopy(means, offset, mean, at, channels);
        System.arraycopy(scales, offset, scale, at, channels);
        System.arraycopy(states, stateOffset, state, slots * hiddenSize, hiddenSize);
        slots++;
    }

    /** Adds a slot that was kept, told in other z units. */
    void add(KeptSlot kept, UnitChange change) {
        int from = slots * channels;
        add(kept);
        for (int cell = from; cell < from + channels; cell++) {
            int d = cell - from;
            seen[cell] = (float) change.value(d, seen[cell]);
            profile[cell] = (float) change.value(d, profile[cell]);
            mean[cell] = (float) change.value(d, mean[cell]);
            scale[cell] = (float) (scale[cell] * change.factor(d));
        }
    }

    /** Adds a slot that was kept in the same units. */
    void add(KeptSlot kept) {
        add(kept.timeMillis, kept.seen, kept.profile, kept.mean, kept.scale, 0, kept.state, 0);
    }

    /** Sets the profile of one slot ahead, 0 for the one after the last. */
    public void setAhead(int step, long eventTimeMillis, float[] profiles, int offset) {
        timesAhead[step] = eventTimeMillis;
        System.arraycopy(profiles, offset, profileAhead, step * channels, channels);
    }

    public long timeMillis(int slot) {
        return times[slot];
    }

    public float profile(int slot, int channel) {
        return profile[slot * channels + channel];
    }

    public float mean(int slot, int channel) {
        return mean[slot * channels + channel];
    }

    /** Whether any channel was seen in a slot. */
    public boolean isSeen(int slot) {
        return !isSilent(slot, channels);
    }

    /** Whether none of the first channels was seen in a slot. */
    public boolean isSilent(int slot, int first) {
        for (int d = 0; d < first; d++) {
            if (!Float.isNaN(seen[slot * channels + d])) {
                return false;
            }
        }
        return true;
    }
}
