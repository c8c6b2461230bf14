package io.hindsight.model.timeline;

import io.hindsight.model.episode.EpisodeChange;
import java.util.List;

/** Tells everything when it happens. */
final class AtOnce implements Teller {
    static final AtOnce TELLER = new AtOnce();

    private AtOnce() {}

    @Override
    public Said told(Visit visit, Answer answer, Place place) {
        return visit.say(answer, visit.takeLooseEnd(answer.eventTimeMillis()), 0);
    }

    @Override
    public void corrected(Visit visit, long keptNumber, KeptAnswer kept, long waitedMillis) {
        Said said = visit.say(kept.answer(), kept.said, waitedMillis);
        visit.store.kept().put(keptNumber, kept.with(said));
    }

    @Override
    public void changed(Visit visit, Entry entry, List<EpisodeChange> changes, long modelVersion) {
        changes.forEach(change -> visit.voice.change(change, modelVersion));
        visit.settleAlarm(entry);
    }
}
