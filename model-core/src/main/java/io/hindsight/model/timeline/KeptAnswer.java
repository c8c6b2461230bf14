package io.hindsight.model.timeline;

import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.StepResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A slot that is kept because of a gap: what the look back wants of it, what was said of it at
 * once, and what has been corrected since. Immutable.
 */
public final class KeptAnswer {
    final KeptSlot slot;
    final Answer causal;

    /** In the order in which they were made; of a channel's the last one counts. */
    final List<Correction> corrections;

    final Said said;

    /**
     * A better value of a channel.
     *
     * @param madeMillis event time of the slot from which it was seen
     */
    record Correction(int channel, float value, float spread, long madeMillis) {
        static Correction of(Revision revision) {
            return new Correction(
                    revision.channel(),
                    revision.value(),
                    revision.spread(),
                    revision.eventTimeMillis() + revision.waitedMillis());
        }
    }

    KeptAnswer(KeptSlot slot, Answer causal, Said said) {
        this(slot, causal, List.of(), said);
    }

    KeptAnswer(KeptSlot slot, Answer causal, List<Correction> corrections, Said said) {
        this.slot = slot;
        this.causal = causal;
        this.corrections = corrections;
        this.said = said;
    }

    public KeptSlot slot() {
        return slot;
    }

    KeptAnswer with(Said other) {
        return new KeptAnswer(slot, causal, corrections, other);
    }

    /** With values that a look back has corrected. */
    KeptAnswer with(List<Revision> revisions) {
        List<Correction> more = new ArrayList<>(corrections);
        revisions.forEach(revision -> more.add(Correction.of(revision)));
        return new KeptAnswer(slot, causal, List.copyOf(more), said);
    }

    /** As it was when the slot of a moment had been taken. */
    KeptAnswer asOf(long eventTimeMillis) {
        List<Correction> then =
                corrections.stream().filter(c -> c.madeMillis() <= eventTimeMillis).toList();
        return new KeptAnswer(slot, causal, then, said);
    }

    boolean isRevised() {
        return !corrections.isEmpty();
    }

    /** The best that can be said of the slot now. */
    Answer answer() {
        if (!isRevised()) {
            return causal;
        }
        float[] values = new float[causal.result().channelCount()];
        float[] spreads = new float[values.length];
        Arrays.fill(values, Float.NaN);
        Arrays.fill(spreads, Float.NaN);
        for (Correction correction : corrections) {
            values[correction.channel()] = correction.value();
            spreads[correction.channel()] = correction.spread();
        }
        StepResult best = causal.result().with(values, spreads);
        return new Answer(causal.status(), causal.modelVersion(), best);
    }
}
