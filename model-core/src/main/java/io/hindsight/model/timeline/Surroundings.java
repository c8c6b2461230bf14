package io.hindsight.model.timeline;

import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.sensor.Sensor;

/**
 * What a sensor's answers depend on beside its own readings: the models that act, and the context
 * of its group. Both may come to be known late; then a sensor finds out by the counts here, at its
 * next visit, and repairs what it said.
 */
public interface Surroundings {
    Sensor.Acting models();

    /** Number of the last order of models that is decided. */
    int lastOrder();

    /** Event time from which an order after this one acts; {@link Long#MAX_VALUE} for none. */
    long changedFromMillis(int order);

    default GivenContext context() {
        return GivenContext.NONE;
    }

    /** How often the context of a slot was corrected. */
    default long contextCorrections() {
        return 0;
    }

    /** Event time of the earliest slot corrected since; {@link Long#MAX_VALUE} for none. */
    default long correctedFromMillis(long corrections) {
        return Long.MAX_VALUE;
    }
}
