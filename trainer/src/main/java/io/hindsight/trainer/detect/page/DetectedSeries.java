package io.hindsight.trainer.detect.page;

import java.util.List;

/**
 * One sensor's series and what was detected in it.
 *
 * @param labels what people have marked; empty if that is not known
 */
public record DetectedSeries(
        String name,
        ScoredRows rows,
        List<DetectedChannel> channels,
        List<DetectedEpisode> episodes,
        List<LabelWindow> labels,
        AlarmFigures figures) {

    /** Checks that all parts are of the same rows and channels. */
    public DetectedSeries {
        channels = List.copyOf(channels);
        episodes = List.copyOf(episodes);
        labels = List.copyOf(labels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels of " + name + " must be at least one");
        }
        for (DetectedChannel channel : channels) {
            if (channel.values().length != rows.count()) {
                throw new IllegalArgumentException(
                        "values of channel %s must be as many as rows, %d: %d"
                                .formatted(channel.name(), rows.count(), channel.values().length));
            }
        }
        for (DetectedEpisode episode : episodes) {
            for (ChannelShare share : episode.shares()) {
                if (share.channel() >= channels.size()) {
                    throw new IllegalArgumentException(
                            "channel of episode %s must be below %d: %d"
                                    .formatted(episode.id(), channels.size(), share.channel()));
                }
            }
        }
    }
}
