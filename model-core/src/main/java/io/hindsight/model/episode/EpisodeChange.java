package io.hindsight.model.episode;

/**
 * What has just happened to an episode.
 *
 * @param phase what happened
 * @param episode as far as it has come
 * @param names of the sensor's channels
 */
public record EpisodeChange(Phase phase, Episode episode, ChannelNames names) {

    /** Where in its life an episode is. */
    public enum Phase {
        OPEN,
        /** It goes on; its severity has risen, or another channel is strongest at a higher peak. */
        UPDATE,
        /** Of a silence: it has lasted so long that nothing is said any more. */
        LOST,
        CLOSED,
        /** It has lasted so long that it is what the sensor does now. */
        NEW_NORMAL,
        /** What opened it has been corrected by readings that came late: it never was. */
        WITHDRAWN;

        /** Whether more may come of it. */
        public boolean goesOn() {
            return switch (this) {
                case OPEN, UPDATE, LOST -> true;
                case CLOSED, NEW_NORMAL, WITHDRAWN -> false;
            };
        }
    }

    /** Whether both are of one episode of a sensor. */
    public boolean isOfSameAs(EpisodeChange other) {
        return episode.kind() == other.episode.kind()
                && episode.startMillis() == other.episode.startMillis();
    }
}
