package io.hindsight.model.sensor;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.context.ContextSpec;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A verified bundle as one thread runs it: its version and its step. Both bundle and step are made
 * when they are first needed: of the models that a group keeps, few ever run.
 */
public final class Model {
    private final long version;
    private final Supplier<Bundle> source;
    private Bundle bundle;
    private SensorStep step;

    public Model(long version, Bundle bundle) {
        this(version, () -> bundle);
    }

    /**
     * @param version 1 or more
     * @param source asked once at most, for always the same bundle
     */
    public Model(long version, Supplier<Bundle> source) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more: " + version);
        }
        this.version = version;
        this.source = source;
    }

    public long version() {
        return version;
    }

    public Bundle bundle() {
        if (bundle == null) {
            bundle = source.get();
        }
        return bundle;
    }

    /** What it wants to be told of a sensor's group, if anything. */
    public Optional<ContextSpec> context() {
        return bundle().context();
    }

    SensorStep step() {
        if (step == null) {
            step = new SensorStep(bundle());
        }
        return step;
    }
}
