package io.hindsight.model.sensor;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of one sensor group, by version. Which of them acts is decided by event time, so that
 * a recording gives the same results however fast it is played.
 */
public final class Models {
    /** How many versions are kept. */
    public static final int MOST_KEPT = 8;

    private final TreeMap<Long, Model> byVersion = new TreeMap<>(Comparator.reverseOrder());

    /**
     * Adds a model. A version means the same weights for ever, since sensors hold memories that
     * only those can read: of two models of one version the first one stays.
     *
     * <p>If there are too many, one goes that can never act again because a higher one activates no
     * later; if there is none such, the lowest.
     *
     * @return the version that went
     */
    public Optional<Long> put(Model model) {
        byVersion.putIfAbsent(model.version(), model);
        if (byVersion.size() <= MOST_KEPT) {
            return Optional.empty();
        }
        Model leaving = superseded().orElse(byVersion.lastEntry().getValue());
        byVersion.remove(leaving.version());
        return Optional.of(leaving.version());
    }

    /** The lowest version that a higher one leaves no time to act. */
    private Optional<Model> superseded() {
        long earliest = Long.MAX_VALUE;
        Model superseded = null;
        for (Model model : byVersion.values()) {
            if (earliest <= model.activationTimeMillis()) {
                superseded = model;
            }
            earliest = Math.min(earliest, model.activationTimeMillis());
        }
        return Optional.ofNullable(superseded);
    }

    /** The model of a version, if it is kept. */
    Optional<Model> ofVersion(long version) {
        return Optional.ofNullable(byVersion.get(version));
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
