package io.hindsight.model.sensor;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of one sensor group, by version. Which of them acts is decided by event time, so that
 * a recording gives the same results however fast it is played.
 */
public final class Models {
    /** How many versions are kept; the lowest ones go first. */
    public static final int MOST_KEPT = 8;

    private final TreeMap<Long, Model> byVersion = new TreeMap<>(Comparator.reverseOrder());

    /**
     * Adds a model. A version means the same weights for ever, since sensors hold memories that
     * only those can read: of two models of one version the first one stays.
     *
     * @return the version that went, if there were too many
     */
    public Optional<Long> put(Model model) {
        byVersion.putIfAbsent(model.version(), model);
        if (byVersion.size() <= MOST_KEPT) {
            return Optional.empty();
        }
        return Optional.of(byVersion.pollLastEntry().getKey());
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
