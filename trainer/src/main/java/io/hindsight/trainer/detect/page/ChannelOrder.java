package io.hindsight.trainer.detect.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which channels are shown first: those with the largest shares of the episodes that alarmed. */
final class ChannelOrder {
    private ChannelOrder() {}

    /** The channels' indices; equal ones stay in the series' order. */
    static List<Integer> of(DetectedSeries series) {
        double[] shares = new double[series.channels().size()];
        for (DetectedEpisode episode : series.episodes()) {
            if (!episode.suppressed()) {
                episode.shares().forEach(share -> shares[share.channel()] += share.share());
            }
        }
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(channel -> -shares[channel]))
                .toList();
    }
}
