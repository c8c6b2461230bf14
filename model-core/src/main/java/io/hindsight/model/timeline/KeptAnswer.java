package io.hindsight.model.timeline;

import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.StepResult;
import java.util.Arrays;
import java.util.List;

/**
 * A slot that is kept because of a gap: what the look back wants of it, what was said of it at
 * once, and what has been corrected since. Immutable.
 */
public final class KeptAnswer {
    final KeptSlot slot;
    final Answer causal;

    /** Corrected values [D], NaN where there is none. */
    final float[] revised;

    final float[] revisedSpread;

    /** Event time of the slot that closed each channel's gap [D]. */
    final long[] closedMillis;

    final Said said;

    KeptAnswer(KeptSlot slot, Answer causal, Said said) {
        this(
                slot,
                causal,
                holes(causal),
                holes(causal),
                new long[causal.result().channelCount()],
                said);
    }

    KeptAnswer(
            KeptSlot slot,
            Answer causal,
            float[] revised,
            float[] revisedSpread,
            long[] closedMillis,
            Said said) {
        this.slot = slot;
        this.causal = causal;
        this.revised = revised;
        this.revisedSpread = revisedSpread;
        this.closedMillis = closedMillis;
        this.said = said;
    }

    private static float[] holes(Answer causal) {
        float[] none = new float[causal.result().channelCount()];
        Arrays.fill(none, Float.NaN);
        return none;
    }

    public KeptSlot slot() {
        return slot;
    }

    KeptAnswer with(Said other) {
        return new KeptAnswer(slot, causal, revised, revisedSpread, closedMillis, other);
    }

    /** With values that were corrected when a gap closed. */
    KeptAnswer with(List<Revision> revisions) {
        float[] values = revised.clone();
        float[] spreads = revisedSpread.clone();
        long[] closed = closedMillis.clone();
        for (Revision revision : revisions) {
            values[revision.channel()] = revision.value();
            spreads[revision.channel()] = revision.spread();
            closed[revision.channel()] = revision.eventTimeMillis() + revision.waitedMillis();
        }
        return new KeptAnswer(slot, causal, values, spreads, closed, said);
    }

    /** As it was when the slot of a moment had been taken. */
    KeptAnswer asOf(long eventTimeMillis) {
        float[] values = revised.clone();
        float[] spreads = revisedSpread.clone();
        for (int d = 0; d < values.length; d++) {
            if (!Float.isNaN(values[d]) && closedMillis[d] > eventTimeMillis) {
                values[d] = Float.NaN;
                spreads[d] = Float.NaN;
            }
        }
        return new KeptAnswer(slot, causal, values, spreads, closedMillis, said);
    }

    boolean isRevised() {
        for (float value : revised) {
            if (!Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** The best that can be said of the slot now. */
    Answer answer() {
        if (!isRevised()) {
            return causal;
        }
        StepResult best = causal.result().with(revised, revisedSpread);
        return new Answer(causal.status(), causal.modelVersion(), best);
    }
}
