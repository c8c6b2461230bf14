package io.hindsight.model.timeline;

import io.hindsight.model.sensor.GivenContext;
import io.hindsight.model.suppress.Suppressor;

/**
 * What a sensor's answers depend on beside its own readings: the models that act, the context of
 * its group, and what is ignored of it. All may come to be known late; then a sensor finds out by
 * the counts here, at its next visit, and repairs what it said.
 */
public interface Surroundings {
    ModelsInRole models();

    /** Number of the last order of models that is decided. */
    default int lastOrder() {
        return models().models().lastOrder();
    }

    /** Event time from which an order after this one acts; {@link Long#MAX_VALUE} for none. */
    default long changedFromMillis(int order) {
        return models().models().changedFrom(order);
    }

    /** What is ignored of the sensor. */
    default Suppressor suppressor() {
        return Suppressor.NONE;
    }

    default GivenContext context() {
        return GivenContext.NONE;
    }

    /**
     * Up to where corrections of the context have come, as far as all of them are known: a number
     * that rises.
     */
    default long contextCorrections() {
        return Long.MIN_VALUE;
    }

    /**
     * Event time of the earliest slot corrected since; {@link Long#MAX_VALUE} for none.
     *
     * @param since what {@link #contextCorrections} was
     */
    default long correctedFromMillis(long since) {
        return Long.MAX_VALUE;
    }
}
