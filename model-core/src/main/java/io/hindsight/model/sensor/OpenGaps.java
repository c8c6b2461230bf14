package io.hindsight.model.sensor;

import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.revise.KeptSlot;
import java.util.List;

/**
 * One sensor's open gaps on the heap, for one model: what evaluation and the trainer keep beside
 * the sensor's memory.
 */
public final class OpenGaps {
    private final KeptSlot[] ring = new KeptSlot[GapCounts.MOST_SLOTS];
    private GapCounts counts;

    OpenGaps(GapCounts counts) {
        this.counts = counts;
    }

    /** Slots have been left out: what was open before them is not revised. */
    void forget() {
        counts = new GapCounts(counts.answered(), counts.next());
    }

    GapCounts counts() {
        return counts;
    }

    KeptSlot get(long number) {
        return ring[place(number)];
    }

    List<Revision> take(LookBack.Looked looked) {
        looked.keep().ifPresent(slot -> ring[place(counts.next() - 1)] = slot);
        return looked.revisions();
    }

    private static int place(long number) {
        return (int) (number % GapCounts.MOST_SLOTS);
    }
}
