package io.hindsight.console.replay;

import io.hindsight.model.episode.EpisodeChange;
import io.hindsight.model.episode.EpisodeSentence;

/**
 * What was last told of an episode, and whose it is.
 *
 * @param last what was told
 */
public record SensorEpisode(String sensor, EpisodeChange last) {
    public float score() {
        return last.episode().peak().score();
    }

    public String severity() {
        return last.episode().peak().severity().word();
    }

    /** What happened. */
    public String sentence() {
        return EpisodeSentence.of(sensor, last);
    }
}
