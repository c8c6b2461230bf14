package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.revise.GapLog;
import io.hindsight.model.revise.Reviser;
import io.hindsight.model.revise.Stretch;
import io.hindsight.model.spread.SpreadTable;
import io.hindsight.model.student.StudentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The look back of one sensor: keeps its open gaps and revises what was imputed in them as they
 * close. What was observed is never revised.
 */
public final class LookBack {
    private final StudentSpec spec;
    private final int answered;
    private final Answers answers;
    private final Reviser reviser;
    private final GapLog log;
    private final float[] means;
    private final float[] scales;
    private final float[] profile;
    private OwnScale units;

    private LookBack(Bundle bundle, Reviser reviser) {
        this.spec = bundle.spec();
        this.answered = spec.answeredCount();
        this.answers = new Answers(bundle);
        this.reviser = reviser;
        this.log = new GapLog(spec);
        this.means = new float[GapLog.MOST_SLOTS * answered];
        this.scales = new float[means.length];
        this.profile = new float[spec.channelCount()];
    }

    /** One for a sensor, if the bundle has a backward part. */
    public static Optional<LookBack> of(Bundle bundle) {
        return bundle.newReviser().map(reviser -> new LookBack(bundle, reviser));
    }

    /** Writes the slow profile of a moment. */
    interface ProfileAt {
        void write(long eventTimeMillis, float[] out);
    }

    /**
     * Adds a slot, told in the units that the memory is in. What was kept in other ones follows.
     *
     * @param own of the sensor, null for none
     */
    List<Revision> add(
            OwnScale own,
            long eventTimeMillis,
            float[] z,
            float[] profiles,
            float[] mean,
            float[] scale,
            float[] state,
            ProfileAt profileAt) {
        if (own != null && (units == null || !own.hasUnitsOf(units))) {
            if (units != null) {
                log.changeUnits(own.changeFrom(units));
            }
            units = own.copy();
        }
        int slots = log.add(eventTimeMillis, z, profiles, mean, scale, state);
        if (slots == 0) {
            return List.of();
        }
        Stretch stretch = log.last(slots);
        for (int k = 0; k < spec.anchor().order(); k++) {
            long time = eventTimeMillis + (k + 1) * spec.intervalMillis();
            profileAt.write(time, profile);
            stretch.setAhead(k, time, profile, 0);
        }
        reviser.revise(stretch, means, scales);
        List<Revision> revisions = revisions(own, stretch, slots, eventTimeMillis);
        log.settle();
        return revisions;
    }

    /** Event time of the earliest slot that may still be revised; the largest if there is none. */
    public long earliestOpenMillis() {
        return log.earliestOpenMillis();
    }

    private List<Revision> revisions(OwnScale own, Stretch stretch, int slots, long closingMillis) {
        List<Revision> revisions = new ArrayList<>();
        for (int d = 0; d < answered; d++) {
            int length = log.length(d);
            for (int back = log.closed(d, slots); back >= 1; back--) {
                int slot = slots - 1 - back;
                int distance = Math.min(back, length - back + 1);
                int situation = SpreadTable.revised(distance, stretch.isSilent(slot, answered));
                int cell = slot * answered + d;
                float scale = answers.scale(own, d, scales[cell]);
                revisions.add(
                        new Revision(
                                stretch.timeMillis(slot),
                                d,
                                answers.value(own, d, means[cell]),
                                answers.spread(situation, d, scale),
                                scale,
                                (byte) situation,
                                closingMillis - stretch.timeMillis(slot)));
            }
        }
        return revisions;
    }
}
