package io.hindsight.job.step;

import io.hindsight.model.sensor.InputHistory;
import io.hindsight.model.sensor.PastInput;
import org.apache.flink.api.common.state.MapState;

/** The current key's ring of inputs in Flink's state: an entry for each place. */
final class KeyedInputHistory implements InputHistory {
    private final MapState<Integer, PastInput> places;

    KeyedInputHistory(MapState<Integer, PastInput> places) {
        this.places = places;
    }

    @Override
    public void put(int place, PastInput input) {
        try {
            places.put(place, input);
        } catch (Exception e) {
            throw new IllegalStateException("writing a sensor's inputs", e);
        }
    }

    @Override
    public PastInput get(int place) {
        try {
            return places.get(place);
        } catch (Exception e) {
            throw new IllegalStateException("reading a sensor's inputs", e);
        }
    }
}
