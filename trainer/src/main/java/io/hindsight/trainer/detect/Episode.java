package io.hindsight.trainer.detect;

import java.util.List;

/**
 * Strange rows that belong together. Rows are those of the sensor in the order of their times.
 *
 * @param firstRow that raised the alarm
 * @param lastRow that was strange, not the one behind it
 * @param peakRow with the highest score
 * @param severity how rare: the score at the peak
 * @param alarms raised in it
 * @param channels all of them, those with the largest shares first
 */
public record Episode(
        int firstRow,
        int lastRow,
        int peakRow,
        double severity,
        int alarms,
        List<EpisodeChannel> channels) {
    public Episode {
        channels = List.copyOf(channels);
    }
}
