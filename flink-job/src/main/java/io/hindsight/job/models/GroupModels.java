package io.hindsight.job.models;

import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelRelease;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models of all groups, ready to run: what the broadcast state's bytes become in one subtask.
 * Made again from that state after a restart.
 */
public final class GroupModels {
    private final Map<String, Models> byGroup = new HashMap<>();

    /** The key of a release in the broadcast state and on the models topic. */
    public static String key(ModelRelease release) {
        return key(release.group(), release.version());
    }

    /** The key of a release in the broadcast state and on the models topic. */
    public static String key(String group, long version) {
        return group + "/" + version;
    }

    /**
     * Makes a verified release ready; of two releases of one version the first one stays.
     *
     * @return the version that is no longer kept, if there were too many
     */
    public Optional<Long> put(ModelRelease release) {
        try {
            Model model =
                    new Model(
                            release.version(),
                            release.activationTimeMillis(),
                            ReleaseVerifier.verify(release, Set.of()));
            return byGroup.computeIfAbsent(release.group(), group -> new Models()).put(model);
        } catch (RefusedReleaseException e) {
            throw new IllegalStateException("a release was verified before it was broadcast", e);
        }
    }

    /** The models of a group; none where it has had no release. */
    public Models of(String group) {
        Models models = byGroup.get(group);
        return models == null ? new Models() : models;
    }
}
