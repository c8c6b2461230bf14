package io.hindsight.trainer.judge;

import java.util.Arrays;

/** Which cells a regression looks at: channels, and how many slots before the one to be filled. */
final class RidgePattern {
    private final int[] channels;
    private final int[] ages;
    private int size;

    private RidgePattern(int most) {
        channels = new int[most];
        ages = new int[most];
    }

    /**
     * What of these channels can be seen from a slot.
     *
     * @param lastSeen how many values of a channel before the slot
     * @param oldest the age up to which these are looked for
     * @param season the age of one value more
     */
    static RidgePattern at(
            VisibleSeries visible, int slot, int[] from, int lastSeen, int oldest, int season) {
        RidgePattern pattern = new RidgePattern(from.length * (lastSeen + 2));
        for (int channel : from) {
            if (!visible.isHole(slot, channel)) {
                pattern.add(channel, 0);
            }
            int last = 0;
            int seen = 0;
            for (int age = 1; age <= Math.min(oldest, slot) && seen < lastSeen; age++) {
                if (!visible.isHole(slot - age, channel)) {
                    pattern.add(channel, age);
                    last = age;
                    seen++;
                }
            }
            if (season > last && season <= slot && !visible.isHole(slot - season, channel)) {
                pattern.add(channel, season);
            }
        }
        return pattern;
    }

    private void add(int channel, int age) {
        channels[size] = channel;
        ages[size++] = age;
    }

    int size() {
        return size;
    }

    int channel(int regressor) {
        return channels[regressor];
    }

    int age(int regressor) {
        return ages[regressor];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RidgePattern that
                && size == that.size
                && Arrays.equals(channels, that.channels)
                && Arrays.equals(ages, that.ages);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(channels) + Arrays.hashCode(ages);
    }
}
