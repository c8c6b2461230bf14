package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.GapCounts;
import io.hindsight.model.revise.GapWindow;
import io.hindsight.model.revise.KeptSlot;
import io.hindsight.model.revise.Reviser;
import io.hindsight.model.revise.Stretch;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.StudentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A model's look back: revises what was imputed in a sensor's gaps as they close, and of a gap that
 * stays open what is far enough back. What was observed is never revised. It keeps nothing of a
 * sensor: its counts and its kept slots come with each call.
 */
final class LookBack {
    private final StudentSpec spec;
    private final int answered;
    private final Answers answers;
    private final Reviser reviser;
    private final GapWindow window;
    private final float[] means;
    private final float[] scales;
    private final float[] profile;

    private LookBack(Bundle bundle, Reviser reviser) {
        this.spec = bundle.spec();
        this.answered = spec.answeredCount();
        this.answers = new Answers(bundle);
        this.reviser = reviser;
        this.window = new GapWindow(spec);
        this.means = new float[GapCounts.MOST_SLOTS * answered];
        this.scales = new float[means.length];
        this.profile = new float[spec.channelCount()];
    }

    /** One, if the bundle has a backward part. */
    static Optional<LookBack> of(Bundle bundle) {
        return bundle.newReviser().map(reviser -> new LookBack(bundle, reviser));
    }

    /** Writes the slow profile of a moment. */
    interface ProfileAt {
        void write(long eventTimeMillis, float[] out);
    }

    /**
     * What came of a slot.
     *
     * @param revisions of earlier slots
     * @param keep the slot itself, to be kept under the number {@link GapCounts#next} − 1, while a
     *     gap is open
     */
    record Looked(List<Revision> revisions, Optional<KeptSlot> keep) {
        static final Looked NOTHING = new Looked(List.of(), Optional.empty());
    }

    /**
     * Takes a slot into account, told in the units that the memory is in.
     *
     * @param gaps of the sensor; changed
     * @param kept the sensor's kept slots, by number
     */
    Looked look(
            OwnScale own,
            GapCounts gaps,
            LongFunction<KeptSlot> kept,
            KeptSlot here,
            ProfileAt profileAt) {
        List<Revision> revisions =
                window.opens(gaps, kept, here) ? revise(own, here, profileAt) : List.of();
        return new Looked(revisions, window.settle(here) ? Optional.of(here) : Optional.empty());
    }

    private List<Revision> revise(OwnScale own, KeptSlot here, ProfileAt profileAt) {
        Stretch stretch = window.stretch();
        for (int k = 0; k < spec.anchor().order(); k++) {
            long time = here.timeMillis + (k + 1) * spec.intervalMillis();
            profileAt.write(time, profile);
            stretch.setAhead(k, time, profile, 0);
        }
        reviser.revise(stretch, means, scales);
        List<Revision> revisions = new ArrayList<>();
        for (int d = 0; d < answered; d++) {
            for (int back = window.furthest(d); back >= window.nearest(d); back--) {
                int slot = stretch.slots() - 1 - back;
                int distance = window.distance(d, back);
                int situation = SpreadTable.revised(distance, stretch.isSilent(slot, answered));
                int cell = slot * answered + d;
                float scale = answers.scale(own, d, scales[cell]);
                revisions.add(
                        new Revision(
                                window.number(slot),
                                stretch.timeMillis(slot),
                                d,
                                answers.value(own, d, means[cell]),
                                answers.spread(situation, d, scale),
                                scale,
                                (byte) situation,
                                here.timeMillis - stretch.timeMillis(slot)));
            }
        }
        return revisions;
    }
}
