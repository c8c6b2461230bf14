package io.hindsight.model.bundle;

import io.hindsight.model.student.StudentSpec;

/**
 * What a bundle leaves to each sensor and to each group, beside its numbers.
 *
 * @param scaleReadings n0 of a sensor's own scale, 0 for none
 * @param interval whether a sensor's interval is learnt from its own past
 * @param contextPhaseMillis where on the interval a group's slots are, 0 without a context
 */
record OfItsOwn(int scaleReadings, boolean interval, long contextPhaseMillis) {
    static final OfItsOwn NOTHING = new OfItsOwn(0, false, 0);

    /** This, if a bundle of that shape may have it. */
    OfItsOwn verified(StudentSpec spec) throws BundleException {
        if (scaleReadings < 0 || scaleReadings > Bundle.MOST_OWN_SCALE_READINGS) {
            throw new BundleException(
                    "own_scale_readings must be 0 to "
                            + Bundle.MOST_OWN_SCALE_READINGS
                            + ": "
                            + scaleReadings);
        }
        if (interval && !spec.isRegular()) {
            throw new BundleException(
                    "own_interval must be absent of irregular sensors: they have no interval");
        }
        return this;
    }

    OfItsOwn withScaleReadings(int readings) {
        return new OfItsOwn(readings, interval, contextPhaseMillis);
    }

    OfItsOwn withInterval(boolean own) {
        return new OfItsOwn(scaleReadings, own, contextPhaseMillis);
    }

    OfItsOwn withContextPhase(long millis) {
        return new OfItsOwn(scaleReadings, interval, millis);
    }
}
