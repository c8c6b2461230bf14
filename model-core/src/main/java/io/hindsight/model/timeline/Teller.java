package io.hindsight.model.timeline;

import io.hindsight.model.episode.EpisodeChange;
import java.util.List;

/** How what came of a slot is told: at once, or when a repair knows all of it. */
interface Teller {
    /**
     * Of a slot that was just taken.
     *
     * @return what is said of it now
     */
    Said told(Visit visit, Answer answer, Place place);

    /** Of a kept slot that was just corrected, which is kept by this. */
    void corrected(Visit visit, long keptNumber, KeptAnswer kept, long waitedMillis);

    void changed(Visit visit, Entry entry, List<EpisodeChange> changes, long modelVersion);

    /**
     * Where a slot stands.
     *
     * @param isReading whether among the readings or the slots without one
     * @param number there
     * @param keptNumber {@link Entry#NOT_KEPT} if it is not kept because of a gap
     */
    record Place(boolean isReading, long number, long keptNumber) {}
}
