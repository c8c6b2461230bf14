package io.hindsight.trainer.detect.page;

import java.util.List;

/**
 * One run of strange rows as the page tells it.
 *
 * @param id its name elsewhere
 * @param endMillis its last row, not the one behind it
 * @param severity the score of its peak: the larger the worse, on one scale for all episodes
 * @param sentence what happened, in words
 * @param shares of the channels that had to do with it, in any order
 * @param newNormal whether it ended because what was strange has become usual
 * @param suppressed whether no alarm was raised for it
 */
public record DetectedEpisode(
        String id,
        long beginMillis,
        long endMillis,
        long peakMillis,
        double severity,
        String sentence,
        List<ChannelShare> shares,
        boolean newNormal,
        boolean suppressed) {

    /** Checks that the peak is inside. */
    public DetectedEpisode {
        if (!(beginMillis <= peakMillis && peakMillis <= endMillis)) {
            throw new IllegalArgumentException(
                    "peakMillis of episode %s must be within %d to %d: %d"
                            .formatted(id, beginMillis, endMillis, peakMillis));
        }
        shares = List.copyOf(shares);
    }
}
