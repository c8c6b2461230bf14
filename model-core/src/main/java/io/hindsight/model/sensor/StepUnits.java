package io.hindsight.model.sensor;

import io.hindsight.model.anchor.Anchor;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.normalise.SensorUnits;
import io.hindsight.model.normalise.UnitChange;
import io.hindsight.model.student.StudentSpec;

/**
 * The z units that a sensor's memory is in: the group's, or its own where the bundle says so, which
 * move as more is seen of the sensor. Brings readings into them, and the memory along.
 */
final class StepUnits {
    private final StudentSpec spec;
    private final SensorUnits units;
    private final int ownReadings;
    private final Anchor anchor;

    StepUnits(Bundle bundle, Anchor anchor) {
        this.spec = bundle.spec();
        this.units = new SensorUnits(bundle.normaliser());
        this.ownReadings = bundle.ownScaleReadings();
        this.anchor = anchor;
    }

    /** Nothing counted yet; null where units are the group's for ever. */
    OwnScale newOwn() {
        return ownReadings == 0 ? null : new OwnScale(spec.channelCount());
    }

    /**
     * Between two slots, so that all that is said of a slot is in the same units, the sensor's own
     * units follow what was counted, and the anchor's memory follows them.
     *
     * @param lastMillis event time of the last slot
     */
    void move(ModelMemory memory, long lastMillis) {
        if (memory.own != null && memory.own.isOff(ownReadings)) {
            UnitChange change = memory.own.move(ownReadings);
            anchor.changeUnits(memory.anchor, lastMillis, spec.intervalMillis(), change);
        }
    }

    /**
     * Writes a reading in the units as they are.
     *
     * @param values in the channels' own units [N]
     * @param z receives them in z units, limited [N]
     */
    void normalise(ModelMemory memory, double[] values, float[] z) {
        for (int d = 0; d < z.length; d++) {
            z[d] = units.toClippedZ(memory.own, d, values[d]);
        }
    }

    /** Counts a reading in z units for the units to come. */
    void count(ModelMemory memory, float[] z) {
        if (memory.own != null) {
            memory.own.observe(z, ownReadings);
        }
    }

    /**
     * Puts what can be told in natural units of another model's memory in the place of what this
     * one has: where both have the same channels, what was counted of the sensor's own scale; where
     * they also have the same season, the running profiles.
     */
    void carry(ModelMemory memory, StepUnits other, ModelMemory theirs) {
        if (!spec.channels().equals(other.spec.channels())) {
            return;
        }
        UnitChange groups = units.changeFrom(other.units, null, null);
        if (!groups.isFinite()) {
            return;
        }
        if (memory.own != null && theirs.own != null) {
            memory.own.carry(theirs.own, groups, ownReadings);
        }
        if (anchor instanceof LinearFilter mine
                && other.anchor instanceof LinearFilter last
                && spec.anchor().hasSeasonOf(other.spec.anchor())) {
            UnitChange change = units.changeFrom(other.units, theirs.own, memory.own);
            if (change.isFinite()) {
                mine.carryProfiles(memory.anchor, last, theirs.anchor, change);
            }
        }
    }
}
