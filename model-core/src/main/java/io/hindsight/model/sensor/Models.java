package io.hindsight.model.sensor;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of one sensor group, by version. Which of them acts is decided by event time, so that
 * a recording gives the same results however fast it is played.
 */
public final class Models {
    private final TreeMap<Long, Model> byVersion = new TreeMap<>(Comparator.reverseOrder());

    /** Adds a model, or replaces the one of the same version. */
    public void put(Model model) {
        byVersion.put(model.version(), model);
    }

    /** The highest version whose activation time has come. */
    public Optional<Model> activeAt(long eventTimeMillis) {
        for (Model model : byVersion.values()) {
            if (model.activationTimeMillis() <= eventTimeMillis) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }
}
