package io.hindsight.trainer.detect.page;

import io.hindsight.model.episode.Direction;

/**
 * How much one channel had to do with an episode.
 *
 * @param channel its index in the series
 * @param share from 0 to 1
 * @param direction where it lay at the peak
 */
public record ChannelShare(int channel, double share, Direction direction) {
    /** Checks the index and the share. */
    public ChannelShare {
        if (channel < 0) {
            throw new IllegalArgumentException("channel must be 0 or more: " + channel);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0 to 1: " + share);
        }
    }
}
