package io.hindsight.model.sensor;

import io.hindsight.model.revise.KeptSlot;

/**
 * What is kept of one sensor beside the state that every reading touches, under running numbers,
 * and read seldom: a change of models reads readings, the closing of a gap reads kept slots.
 */
public interface Past {
    /** How many readings a new model sees of a sensor's past before it takes over. */
    int READINGS = 96;

    /** A reading that was accepted, one of the last {@value #READINGS}; null if it is not kept. */
    PastInput reading(long number);

    /** A slot of a gap that is still open. */
    KeptSlot slot(long number);
}
