package io.hindsight.model.sensor;

/**
 * A sensor's last inputs, as a ring of {@link #LENGTH} places. Kept apart from the state that every
 * reading touches, since a reading writes one place of it and reads none.
 */
public interface InputHistory {
    /** How many inputs are kept: what a new model sees of a sensor's past before it takes over. */
    int LENGTH = 96;

    /** Overwrites a place, 0 to {@link #LENGTH} − 1. */
    void put(int place, PastInput input);

    /** What was put there last; never asked for a place that was not filled. */
    PastInput get(int place);

    /** A history on the heap, for everything that runs outside a cluster. */
    static InputHistory onHeap() {
        PastInput[] ring = new PastInput[LENGTH];
        return new InputHistory() {
            @Override
            public void put(int place, PastInput input) {
                ring[place] = input;
            }

            @Override
            public PastInput get(int place) {
                return ring[place];
            }
        };
    }
}
