package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

/**
 * What one channel had to do with an episode; NaN stands for what is absent.
 *
 * @param channel its index, from 0
 * @param name of the channel
 * @param unit of the channel, empty if it is not known
 * @param share of what is strange over all of the episode, 0 to 1; those of a record sum to one
 * @param direction on which side of what was expected it lay
 * @param observed what it measured at the peak
 * @param expected what was predicted for it at the peak
 * @param halfWidth half the width of what was usual around that
 */
public record EpisodeChannel(
        int channel,
        String name,
        String unit,
        float share,
        Direction direction,
        double observed,
        float expected,
        float halfWidth) {

    public EpisodeChannel {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(direction, "direction");
    }

    /** On which side of what was expected a channel lay. */
    public enum Direction implements Word {
        ABOVE("above"),
        BELOW("below"),
        /** Now on this side, now on that. */
        BOTH("both");

        private final String word;

        Direction(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
