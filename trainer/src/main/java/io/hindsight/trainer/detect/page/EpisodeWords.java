package io.hindsight.trainer.detect.page;

import io.hindsight.model.episode.Severity;
import io.hindsight.trainer.page.Numbers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An episode in words and figures, the same in the list and in the table. */
record EpisodeWords(DetectedSeries series, DetectedEpisode episode, int number) {
    private static final int MOST_SHARES = 4;

    String title() {
        return "Episode " + number;
    }

    /** When it began, and how long it was. */
    String when() {
        long length = episode.endMillis() - episode.beginMillis();
        String begin = Numbers.moment(episode.beginMillis());
        return length == 0 ? begin : begin + ", " + length(length);
    }

    private static String length(long millis) {
        long minutes = millis / 60_000;
        long hours = minutes / 60;
        long days = hours / 24;
        if (minutes < 1 || (minutes < 60 && millis % 60_000 == 0)) {
            return Numbers.duration(Duration.ofMillis(millis));
        }
        if (hours < 1) {
            return "%d min %d s".formatted(minutes, millis / 1000 % 60);
        }
        return days < 2
                ? "%d h %02d min".formatted(hours, minutes % 60)
                : "%d days %d h".formatted(days, hours % 24);
    }

    /** The band of the peak's score, and the score. */
    String severity() {
        return "%s (%s)"
                .formatted(
                        Severity.of((float) episode.severity()).word(),
                        Numbers.natural(episode.severity()));
    }

    /** What sets it apart from a plain alarm; empty if nothing does. */
    List<String> badges() {
        return Stream.of(
                        episode.suppressed() ? "no alarm" : "",
                        episode.newNormal() ? "new normal" : "")
                .filter(badge -> !badge.isEmpty())
                .toList();
    }

    /** The largest shares first. */
    List<ChannelShare> shares() {
        return episode.shares().stream()
                .sorted(Comparator.comparingDouble(share -> -share.share()))
                .limit(MOST_SHARES)
                .toList();
    }

    String share(ChannelShare share) {
        return "%s\u00a0%s %s"
                .formatted(
                        series.channels().get(share.channel()).name(),
                        share.direction().sign(),
                        Numbers.wholePercent(share.share()));
    }

    String explained(ChannelShare share) {
        return "%s: %s of the episode, %s"
                .formatted(
                        series.channels().get(share.channel()).name(),
                        Numbers.wholePercent(share.share()),
                        share.direction().words());
    }

    /** For the script: channel, share and sign of each. */
    String data() {
        StringBuilder data = new StringBuilder();
        for (ChannelShare share : episode.shares()) {
            data.append(data.isEmpty() ? "" : " ")
                    .append(share.channel())
                    .append(':')
                    .append(Math.round(1e4 * share.share()) / 1e4)
                    .append(':')
                    .append(share.direction().sign());
        }
        return data.toString();
    }
}
