package io.hindsight.model.anchor;

import io.hindsight.model.normalise.UnitChange;

/**
 * The linear part of a model. For each slot {@link #predict} and then {@link #observe}, in event
 * time; between the two calls a memory is not whole, and neither copied nor kept.
 *
 * <p>An anchor owns scratch and serves one thread; its memories may be many.
 */
public sealed interface Anchor permits HeldValues, LinearFilter, DecayingValues {

    /** A memory of nothing, for this anchor. */
    AnchorMemory newMemory();

    /**
     * Moves the memory on to a slot and says what its values will be.
     *
     * @param out receives priorMean, priorScale and profile
     */
    void predict(AnchorMemory memory, long eventTimeMillis, AnchorView out);

    /**
     * Takes the slot's values in.
     *
     * @param z the values [N], limited; NaN is a hole
     * @param out receives mean and scale
     */
    void observe(AnchorMemory memory, long eventTimeMillis, float[] z, AnchorView out);

    /**
     * Tells all that a memory holds in other z units.
     *
     * @param lastMillis event time of the slot that was observed last
     * @param intervalMillis from one slot to the next, 0 if irregular
     */
    void changeUnits(AnchorMemory memory, long lastMillis, long intervalMillis, UnitChange change);
}
