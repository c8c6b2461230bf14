package io.hindsight.model.episode;

/**
 * An episode that has just been opened or closed.
 *
 * @param phase which of the two
 * @param startMillis event time of its first anomalous reading; with group and sensor, its identity
 * @param endMillis event time of its last anomalous reading so far
 * @param readings anomalous readings so far
 * @param peak the most surprising of them so far
 */
public record EpisodeChange(
        Phase phase, long startMillis, long endMillis, int readings, Peak peak) {

    /** Where in its life an episode is. */
    public enum Phase {
        OPEN,
        CLOSED
    }
}
