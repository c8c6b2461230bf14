package io.hindsight.job.step;

import io.hindsight.job.state.JobTypes;
import io.hindsight.model.timeline.SensorLife;
import io.hindsight.model.timeline.SensorStore;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** The current key's state: the value that each slot reads and writes, and the past beside it. */
final class KeyedSensor {
    private final ValueStateDescriptor<SensorLife> descriptor;
    private final ValueState<SensorLife> life;
    private final SensorStore store;

    /**
     * @param prefix of the states' names
     */
    KeyedSensor(RuntimeContext context, String prefix) {
        descriptor = descriptor(prefix);
        life = context.getState(descriptor);
        store =
                new SensorStore(
                        new KeyedNumbered<>(context, prefix + "readings", JobTypes.ENTRY),
                        new KeyedNumbered<>(context, prefix + "misses", JobTypes.ENTRY),
                        new KeyedNumbered<>(context, prefix + "gap-slots", JobTypes.KEPT_ANSWER),
                        new KeyedNumbered<>(context, prefix + "snapshots", JobTypes.SENSOR_STATE));
    }

    /** Names the value, so that all sensors of a subtask can be visited. */
    static ValueStateDescriptor<SensorLife> descriptor(String prefix) {
        return new ValueStateDescriptor<>(prefix + "sensor", JobTypes.SENSOR_LIFE);
    }

    /** What is there; null for nothing. */
    SensorLife life() throws IOException {
        return life.value();
    }

    SensorStore store() {
        return store;
    }

    void save(SensorLife changed) throws IOException {
        life.update(changed);
    }

    void clear() {
        life.clear();
        store.clear();
    }
}
