package io.hindsight.trainer.train;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Chooses the cells of a run of slots that are hidden from the net, as losses happen on real
 * sensors: stretches of some hundred slots follow one another, each with one kind of loss.
 */
public final class Hiding {
    private static final double[] CELL_RATES = {0.1, 0.3, 0.5, 0.6};
    private static final int SHORTEST_STRETCH = 150;
    private static final int LONGEST_STRETCH = 500;

    /** The kinds of loss. */
    public enum Kind {
        /** Single cells. */
        CELLS,
        /** Long runs on single channels, up to nearly half of all cells. */
        RUNS,
        /** Blocks over several channels, up to nearly half of all cells. */
        BLOCKS,
        /** Long runs on single channels, few of them. */
        GAPS,
        /** All channels at once. */
        SILENCES
    }

    private final int channels;

    /**
     * @param channels that may be hidden, the first ones
     */
    public Hiding(int channels) {
        this.channels = channels;
    }

    /**
     * Hides cells of a run of slots.
     *
     * @return [slots * channels], row by row
     */
    public boolean[] draw(SplittableRandom random, int slots) {
        return draw(random, Optional.empty(), slots);
    }

    /** As {@link #draw(SplittableRandom, int)}, in one kind of loss if there is one. */
    boolean[] draw(SplittableRandom random, Optional<Kind> only, int slots) {
        boolean[] hidden = new boolean[slots * channels];
        for (int from = 0; from < slots; ) {
            int length = between(random, SHORTEST_STRETCH, LONGEST_STRETCH);
            int drawn = random.nextInt(Kind.values().length);
            draw(
                    only.orElse(Kind.values()[drawn]),
                    random,
                    hidden,
                    from,
                    Math.min(slots, from + length));
            from += length;
        }
        return hidden;
    }

    /**
     * Whether given channels are unseen in a slot too: in every other silence, since one sensor may
     * fall silent alone or with all that is near it.
     *
     * @param hidden what {@link #draw} hid
     */
    public boolean isDark(boolean[] hidden, int slot) {
        if (!isSilent(hidden, slot)) {
            return false;
        }
        int from = slot;
        while (from > 0 && isSilent(hidden, from - 1)) {
            from--;
        }
        return from % 2 == 0;
    }

    private boolean isSilent(boolean[] hidden, int slot) {
        for (int d = 0; d < channels; d++) {
            if (!hidden[slot * channels + d]) {
                return false;
            }
        }
        return true;
    }

    /** Hides cells of the slots {@code from} up to {@code to} in one kind of loss. */
    public void draw(Kind kind, SplittableRandom random, boolean[] hidden, int from, int to) {
        switch (kind) {
            case CELLS -> {
                double rate = CELL_RATES[random.nextInt(CELL_RATES.length)];
                for (int k = from * channels; k < to * channels; k++) {
                    hidden[k] |= random.nextDouble() < rate;
                }
            }
            case RUNS -> runs(random, hidden, from, to, new int[] {12, 48, 1, 1}, 0.1, 0.45);
            case BLOCKS ->
                    runs(random, hidden, from, to, new int[] {4, 12, 2, channels}, 0.1, 0.45);
            case GAPS -> runs(random, hidden, from, to, new int[] {6, 29, 1, 1}, 0.05, 0.15);
            case SILENCES ->
                    runs(
                            random,
                            hidden,
                            from,
                            to,
                            new int[] {6, 29, channels, channels},
                            0.05,
                            0.25);
        }
    }

    /**
     * Hides runs of slots over neighbouring channels until a share of all cells has been covered.
     *
     * @param sizes shortest and longest run, fewest and most channels
     */
    private void runs(
            SplittableRandom random,
            boolean[] hidden,
            int from,
            int to,
            int[] sizes,
            double least,
            double most) {
        double share = least + (most - least) * random.nextDouble();
        int slots = to - from;
        int wanted = (int) (share * slots * channels);
        for (int covered = 0; covered < wanted; ) {
            int length = between(random, sizes[0], sizes[1]);
            int width = Math.min(channels, between(random, sizes[2], sizes[3]));
            int start = from - length + 1 + random.nextInt(slots + length - 1);
            int first = random.nextInt(channels);
            for (int t = Math.max(from, start); t < Math.min(to, start + length); t++) {
                for (int k = 0; k < width; k++) {
                    hidden[t * channels + (first + k) % channels] = true;
                }
            }
            covered += length * width;
        }
    }

    private static int between(SplittableRandom random, int least, int most) {
        return least + random.nextInt(Math.max(1, most - least + 1));
    }
}
