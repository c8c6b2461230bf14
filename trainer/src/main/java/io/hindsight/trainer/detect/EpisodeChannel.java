package io.hindsight.trainer.detect;

/**
 * What one channel had to do with an episode.
 *
 * @param channel its index
 * @param share of what was strange, from 0 to 1, over the whole episode
 * @param lean from −1, always below what was expected, to 1, always above it
 * @param seen at the peak, in the channel's own unit; NaN if nothing was
 * @param expected at the peak; NaN if nothing was
 * @param band half the width of what is usual around that; NaN if unknown
 */
public record EpisodeChannel(
        int channel, double share, double lean, double seen, double expected, double band) {
    private static final double CLEAR = 1.0 / 3;

    /** Where it lay over the whole episode, weighed by how strange it was. */
    public Direction direction() {
        if (Math.abs(lean) < CLEAR) {
            return Direction.UNCLEAR;
        }
        return lean > 0 ? Direction.UP : Direction.DOWN;
    }
}
