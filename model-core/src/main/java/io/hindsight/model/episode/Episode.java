package io.hindsight.model.episode;

import java.util.List;

/**
 * A run of anomalous readings, or of readings that were due and did not come, as far as it has
 * come.
 *
 * @param kind what it is of
 * @param startMillis event time of its first anomalous reading, or of the first reading that was
 *     due and did not come; with group, sensor and kind, its identity
 * @param endMillis event time of the last one so far
 * @param readings anomalous readings, or missing ones, so far
 * @param peak the most surprising of them so far; {@link Peak#NONE} of a silence
 * @param lasting how far the peak's channel lay from what was expected of it when the episode
 *     opened: the mean over the readings, in its own unit; NaN of a silence
 * @param channels what it is about, those with the largest shares first and the peak's among them;
 *     none of a silence
 */
public record Episode(
        Kind kind,
        long startMillis,
        long endMillis,
        int readings,
        Peak peak,
        double lasting,
        List<EpisodeChannel> channels) {

    /** What an episode is of. */
    public enum Kind {
        /** Readings that surprise. */
        SURPRISE,
        /** Readings that do not come. */
        SILENCE
    }

    public Episode {
        channels = List.copyOf(channels);
    }

    /** Readings that do not come. */
    public static Episode silence(long startMillis, long endMillis, int readings) {
        return bare(Kind.SILENCE, startMillis, endMillis, readings);
    }

    /** One of which nothing but its identity is told, and where it ends. */
    public static Episode bare(Kind kind, long startMillis, long endMillis, int readings) {
        return new Episode(
                kind, startMillis, endMillis, readings, Peak.NONE, Double.NaN, List.of());
    }

    public boolean isSurprise() {
        return kind == Kind.SURPRISE;
    }
}
