package io.hindsight.model.bundle;

/**
 * What a bundle leaves to each sensor and to each group, beside its numbers.
 *
 * @param scaleReadings n0 of a sensor's own scale, 0 for none
 * @param interval whether a sensor's interval is learnt from its own past
 * @param contextPhaseMillis where on the interval a group's slots are, 0 without a context
 */
record OfItsOwn(int scaleReadings, boolean interval, long contextPhaseMillis) {
    static final OfItsOwn NOTHING = new OfItsOwn(0, false, 0);

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
