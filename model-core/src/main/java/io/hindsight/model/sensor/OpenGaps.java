package io.hindsight.model.sensor;

import java.util.Optional;

/**
 * What a caller that wants revisions keeps of one sensor beside its state: the look back of the
 * model that acts. A gap that is open at a change of models is not revised.
 */
public final class OpenGaps {
    private long modelVersion;
    private Optional<LookBack> lookBack = Optional.empty();

    /** The look back of a model, if it has a backward part. */
    Optional<LookBack> of(Model model) {
        if (model.version() != modelVersion) {
            modelVersion = model.version();
            lookBack = model.newLookBack();
        }
        return lookBack;
    }

    /** Without a model there is nothing to look back on. */
    void forget() {
        modelVersion = 0;
        lookBack = Optional.empty();
    }

    /** Event time of the earliest slot that may still be revised; the largest if there is none. */
    public long earliestMillis() {
        return lookBack.map(LookBack::earliestOpenMillis).orElse(Long.MAX_VALUE);
    }
}
