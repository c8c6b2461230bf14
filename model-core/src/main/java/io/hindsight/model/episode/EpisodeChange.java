package io.hindsight.model.episode;

/**
 * What has just happened to an episode.
 *
 * @param kind what it is of
 * @param phase what happened
 * @param startMillis event time of its first anomalous reading, or of the first reading that was
 *     due and did not come; with group, sensor and kind, its identity
 * @param endMillis event time of the last one so far
 * @param readings anomalous readings, or missing ones, so far
 * @param peak the most surprising of them so far; {@link Peak#NONE} of a silence
 */
public record EpisodeChange(
        Kind kind, Phase phase, long startMillis, long endMillis, int readings, Peak peak) {

    /** What an episode is of. */
    public enum Kind {
        /** Readings that surprise. */
        SURPRISE,
        /** Readings that do not come. */
        SILENCE
    }

    /** Where in its life an episode is. */
    public enum Phase {
        OPEN,
        /** Of a silence: it has lasted so long that nothing is said any more. */
        LOST,
        CLOSED,
        /** It has lasted so long that it is what the sensor does now. */
        NEW_NORMAL,
        /** What opened it has been corrected by readings that came late: it never was. */
        WITHDRAWN
    }
}
