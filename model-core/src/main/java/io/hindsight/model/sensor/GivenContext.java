package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;

/** What a step is told beside a sensor's own reading. */
public interface GivenContext {
    /** A reading has all that its model wants. */
    GivenContext NONE = (bundle, past, number, eventTimeMillis, sent) -> sent;

    /**
     * All channels of a slot, as the model takes them.
     *
     * @param past the sensor's readings
     * @param number of the slot's reading, or of the next one where it has none
     * @param sent the reading's own values; all of them holes where there is no reading
     * @return [N]
     */
    double[] complete(Bundle bundle, Past past, long number, long eventTimeMillis, double[] sent);

    /** Whether a reading of so many channels can be completed. */
    default boolean takes(Bundle bundle, int channels) {
        return channels == wanted(bundle);
    }

    /** How many channels a sensor sends. */
    default int wanted(Bundle bundle) {
        return bundle.spec().channelCount();
    }

    /** Event time from which on what it tells of a moment is complete. */
    default long knownFromMillis(Bundle bundle, long eventTimeMillis) {
        return Long.MIN_VALUE;
    }
}
