package io.hindsight.model.episode;

import java.time.Instant;

/** An episode in one sentence that a person understands. */
public final class EpisodeSentence {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private EpisodeSentence() {}

    /** What happened, with what it means that the episode has just changed so. */
    public static String of(String sensor, EpisodeChange change) {
        return change.episode().isSurprise()
                ? ofSurprise(sensor, change)
                : ofSilence(sensor, change.phase(), change.episode());
    }

    private static String ofSurprise(String sensor, EpisodeChange change) {
        Episode episode = change.episode();
        return switch (change.phase()) {
            case OPEN, UPDATE, CLOSED, LOST -> of(sensor, episode, change.names());
            case NEW_NORMAL -> of(sensor, episode, change.names()) + newNormal(episode);
            case WITHDRAWN ->
                    "%s: readings that came late show that nothing was strange at %s"
                            .formatted(sensor, Instant.ofEpochMilli(episode.startMillis()));
        };
    }

    private static String ofSilence(String sensor, EpisodeChange.Phase phase, Episode silence) {
        Instant since = Instant.ofEpochMilli(silence.startMillis());
        return switch (phase) {
            case OPEN, UPDATE ->
                    "%s has sent nothing since %s, %s readings that were due"
                            .formatted(sensor, since, silence.readings());
            case LOST ->
                    "%s is lost: it has sent nothing since %s, %s readings that were due"
                            .formatted(sensor, since, silence.readings());
            case CLOSED, NEW_NORMAL ->
                    "%s sent nothing from %s on, %s readings that were due"
                            .formatted(sensor, since, silence.readings());
            case WITHDRAWN ->
                    "%s: readings that came late show that it was not silent at %s"
                            .formatted(sensor, since);
        };
    }

    /**
     * Such as {@code PM10 at Dingling: 412 where 96 ± 31 was expected; never so high in 212 days}.
     *
     * @param episode of readings that surprise
     */
    public static String of(String sensor, Episode episode, ChannelNames names) {
        Peak peak = episode.peak();
        String record = record(peak);
        return "%s%s at %s: %s%s%s"
                .formatted(
                        names.name(peak.channel()),
                        others(episode.channels().size() - 1),
                        sensor,
                        values(peak, names.unit(peak.channel())),
                        record.isEmpty() && isWithin(peak) ? ", but not in such a course" : "",
                        record);
    }

    private static String others(int count) {
        return count < 1 ? "" : " and %s other%s".formatted(count, count == 1 ? "" : "s");
    }

    private static String values(Peak peak, String unit) {
        float halfWidth = 2 * peak.spread();
        Digits digits = Digits.of(peak.observed(), peak.expected(), halfWidth);
        String seen = digits.text(peak.observed());
        String of = unit.isEmpty() ? "" : " " + unit;
        if (Float.isNaN(peak.expected())) {
            return seen + of;
        }
        String usual = digits.text(peak.expected());
        String around = halfWidth > 0 ? " ± " + digits.textOfWidth(halfWidth) : "";
        return "%s where %s%s%s was expected".formatted(seen, usual, around, of);
    }

    private static boolean isWithin(Peak peak) {
        return Math.abs(peak.observed() - peak.expected()) <= 2 * peak.spread();
    }

    /** For how long it was never so high, or so low; empty if that is nothing to tell. */
    private static String record(Peak peak) {
        if (peak.neverSoMillis() == 0) {
            return "";
        }
        long millis = peak.neverSoMillis();
        return "; never so %s in %s"
                .formatted(
                        peak.isHigh() ? "high" : "low",
                        millis >= 2 * DAY_MILLIS
                                ? "%s days".formatted(millis / DAY_MILLIS)
                                : millis / HOUR_MILLIS + " hours");
    }

    private static String newNormal(Episode episode) {
        double lasting = episode.lasting();
        if (Double.isNaN(lasting)) {
            return "; that is the new normal";
        }
        Peak peak = episode.peak();
        return "; it stays %s %s: the new normal"
                .formatted(
                        Digits.of(peak.observed(), peak.expected(), 2 * peak.spread())
                                .text(Math.abs(lasting)),
                        lasting < 0 ? "lower" : "higher");
    }
}
