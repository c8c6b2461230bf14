package io.hindsight.trainer.anchor;

import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.revise.BackwardWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/** A backward filter's numbers on their way from a fit to a bundle. */
public final class BackwardNumbers {
    private final AnchorNumbers numbers;
    private final float[] start;

    /**
     * @param numbers regression on the slots after, with one rate; the profile is the anchor's
     * @param start covariance of the slots ahead about their profile
     */
    BackwardNumbers(AnchorNumbers numbers, float[] start) {
        this.numbers = numbers;
        this.start = start;
    }

    public BackwardWeights weights() {
        return new BackwardWeights(
                numbers.channels,
                numbers.spec.order(),
                numbers.spec.season(),
                numbers.profile,
                numbers.transition,
                numbers.season,
                numbers.noise,
                numbers.measurement,
                start);
    }

    /** By the bundle's names. */
    public Map<String, float[]> parameters() {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        parameters.put(Parameters.BACKWARD_TRANSITION, numbers.transition);
        parameters.put(Parameters.BACKWARD_SEASON, numbers.season);
        parameters.put(Parameters.BACKWARD_NOISE, numbers.noise);
        parameters.put(Parameters.BACKWARD_MEASUREMENT, numbers.measurement);
        parameters.put(Parameters.BACKWARD_START, start);
        return parameters;
    }
}
