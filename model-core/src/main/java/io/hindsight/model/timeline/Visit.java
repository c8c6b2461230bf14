package io.hindsight.model.timeline;

import io.hindsight.model.episode.ChannelNames;
import io.hindsight.model.episode.Episode;
import io.hindsight.model.episode.EpisodeChange;
import java.util.Iterator;

/**
 * One sensor at one moment: what is kept of it, what surrounds it, who listens, and up to which
 * event time its readings are all there.
 */
public final class Visit {
    final SensorLife life;
    final SensorStore store;
    final Surroundings surroundings;
    final long watermark;
    final Voice voice;

    /** Start of the silence that was alarmed with the guess of the slot that is being taken. */
    private long alarmed = Entry.NO_SILENCE;

    /**
     * @param life changed by the visit
     * @param watermark event time up to which nothing is expected any more
     */
    public Visit(
            SensorLife life,
            SensorStore store,
            Surroundings surroundings,
            long watermark,
            Voice voice) {
        this.life = life;
        this.store = store;
        this.surroundings = surroundings;
        this.watermark = watermark;
        this.voice = voice;
    }

    /** What was said of a moment that was no slot until now; it is forgotten by this. */
    Said takeLooseEnd(long eventTimeMillis) {
        for (Iterator<LooseEnd> ends = life.looseEnds.iterator(); ends.hasNext(); ) {
            LooseEnd end = ends.next();
            if (end.eventTimeMillis() == eventTimeMillis) {
                ends.remove();
                alarmed = end.silentSince();
                return end.withdrawn() ? new Said(end.said().revision(), 0) : end.said();
            }
        }
        return Said.NOTHING;
    }

    /** Takes an alarm back that was raised with a guess, unless the slot raises it, too. */
    void settleAlarm(Entry slot) {
        if (alarmed != Entry.NO_SILENCE && alarmed != slot.silentSince()) {
            withdrawEpisode(Episode.Kind.SILENCE, alarmed, slot.eventTimeMillis());
        }
        alarmed = Entry.NO_SILENCE;
    }

    /** Takes an alarm back. */
    void withdrawEpisode(Episode.Kind kind, long startMillis, long slotMillis) {
        EpisodeChange change =
                new EpisodeChange(
                        EpisodeChange.Phase.WITHDRAWN,
                        Episode.bare(kind, startMillis, slotMillis, 0),
                        ChannelNames.UNKNOWN);
        voice.change(change, life.state.modelVersion());
    }

    /** Says an answer unless it was said before. */
    Said say(Answer answer, Said before, long waitedMillis) {
        long digest = answer.digest();
        if (!before.isNothing() && before.digest() == digest) {
            return before;
        }
        Said now = new Said(before.revision() + 1, digest);
        voice.say(answer, now.revision(), waitedMillis);
        return now;
    }

    /** Says that there is no such slot. */
    void withdraw(long eventTimeMillis, Said before, long waitedMillis) {
        Said now = say(Answer.withdrawn(eventTimeMillis), before, waitedMillis);
        life.looseEnds.add(new LooseEnd(eventTimeMillis, now, true, Entry.NO_SILENCE));
    }
}
