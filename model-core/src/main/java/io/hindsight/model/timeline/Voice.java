package io.hindsight.model.timeline;

import io.hindsight.model.episode.EpisodeChange;

/** Who hears what a sensor's timeline has to say. */
public interface Voice {
    /**
     * @param revision 0 for what is said at once; a higher one supersedes the lower ones of the
     *     same slot
     * @param waitedMillis from the slot to the one that made the revision possible, 0 at once
     */
    void say(Answer answer, int revision, long waitedMillis);

    /**
     * @param modelVersion of the model that acted
     */
    void change(EpisodeChange change, long modelVersion);

    /** A reading that was accepted, and that the model which turned out to act then can't take. */
    void unusable(long eventTimeMillis, double[] values, Acceptance.Refused refused);
}
