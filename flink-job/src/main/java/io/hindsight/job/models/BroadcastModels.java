package io.hindsight.job.models;

import io.hindsight.job.state.JobTypes;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelRecord;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What one subtask keeps of the models topic: its records in the broadcast state, and the models
 * ready to run that they come to. Those are made from the state when they are first needed, also
 * after a restart.
 */
public final class BroadcastModels {
    /** The records by the topic's key. */
    public static final MapStateDescriptor<String, ModelRecord> STATE =
            new MapStateDescriptor<>("models", Types.STRING, JobTypes.MODEL_RECORD);

    private GroupModels ready;

    /** Takes a verified record in, and lets those go that are no longer kept. */
    public void take(BroadcastState<String, ModelRecord> state, ModelRecord record)
            throws Exception {
        GroupModels models = ready(state);
        if (models.isKnown(record)) {
            return;
        }
        state.put(record.key(), record);
        for (String leaving : models.put(record)) {
            state.remove(leaving);
        }
    }

    /** The models of a group; none where it has had no release. */
    public Models of(ReadOnlyBroadcastState<String, ModelRecord> state, String group)
            throws Exception {
        return ready(state).of(group);
    }

    private GroupModels ready(ReadOnlyBroadcastState<String, ModelRecord> state) throws Exception {
        if (ready == null) {
            ready = new GroupModels();
            for (Map.Entry<String, ModelRecord> entry : state.immutableEntries()) {
                ready.restore(entry.getValue());
            }
        }
        return ready;
    }
}
