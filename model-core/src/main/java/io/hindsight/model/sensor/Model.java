package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import java.util.Optional;

/**
 * A verified bundle as one thread runs it: its version, the event time from which it acts, and its
 * step.
 */
public final class Model {
    /** The activation time that means: on every reading. */
    public static final long AT_ONCE = 0;

    private final long version;
    private final long activationTimeMillis;
    private final Bundle bundle;
    private final SensorStep step;

    /**
     * @param version 1 or more; of two models that may act, the higher one does
     * @param activationTimeMillis event time of the first reading it acts on, or {@link #AT_ONCE}
     */
    public Model(long version, long activationTimeMillis, Bundle bundle) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        this.version = version;
        this.activationTimeMillis =
                activationTimeMillis == AT_ONCE ? Long.MIN_VALUE : activationTimeMillis;
        this.bundle = bundle;
        this.step = new SensorStep(bundle);
    }

    public long version() {
        return version;
    }

    public long activationTimeMillis() {
        return activationTimeMillis;
    }

    SensorStep step() {
        return step;
    }

    Optional<LookBack> newLookBack() {
        return LookBack.of(bundle);
    }
}
