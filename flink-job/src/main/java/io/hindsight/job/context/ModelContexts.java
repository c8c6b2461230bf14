package io.hindsight.job.context;

import io.hindsight.job.models.GroupModels;
import io.hindsight.job.state.JobTypes;
import io.hindsight.model.sensor.Model;
import io.hindsight.schemas.ModelRelease;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/** The rules that released models make; kept as broadcast state, as the step keeps its models. */
public final class ModelContexts {
    /** The releases by group and version. */
    public static final MapStateDescriptor<String, ModelRelease> MODELS =
            new MapStateDescriptor<>("context-models", Types.STRING, JobTypes.MODEL_RELEASE);

    private GroupModels models;

    /** Takes a verified release in; of two of one version the first one stays. */
    void take(ModelRelease release, BroadcastState<String, ModelRelease> releases)
            throws Exception {
        GroupModels ready = models(releases);
        if (!releases.contains(GroupModels.key(release))) {
            releases.put(GroupModels.key(release), release);
            Optional<Long> dropped = ready.put(release);
            if (dropped.isPresent()) {
                releases.remove(GroupModels.key(release.group(), dropped.get()));
            }
        }
    }

    ContextRules rules(ReadOnlyBroadcastState<String, ModelRelease> releases) throws Exception {
        GroupModels ready = models(releases);
        return (group, time) -> ready.of(group).activeAt(time).flatMap(Model::context);
    }

    /** Made from the broadcast state when this subtask first needs them. */
    private GroupModels models(ReadOnlyBroadcastState<String, ModelRelease> releases)
            throws Exception {
        if (models == null) {
            models = new GroupModels();
            for (Map.Entry<String, ModelRelease> release : releases.immutableEntries()) {
                models.put(release.getValue());
            }
        }
        return models;
    }
}
