package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.DecayWeights;
import io.hindsight.model.anchor.DecayingValues;
import io.hindsight.model.bundle.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of decaying values while they are fitted, one a channel each. */
public final class DecayNumbers {
    final float[] tau;
    final float[] floor;
    final float[] variance;

    DecayNumbers(int channels) {
        this.tau = new float[channels];
        this.floor = new float[channels];
        this.variance = new float[channels];
    }

    /** An anchor of these numbers, for one thread. */
    public DecayingValues newAnchor(long paceMillis) {
        return new DecayingValues(
                tau.length, paceMillis, new DecayWeights(tau.length, tau, floor, variance));
    }

    /** How long it takes until 1/e of a channel's value is left, in paces. */
    public float tau(int channel) {
        return tau[channel];
    }

    /** By the bundle's names. */
    public Map<String, float[]> parameters() {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        parameters.put(Parameters.ANCHOR_TAU, tau);
        parameters.put(Parameters.ANCHOR_FLOOR, floor);
        parameters.put(Parameters.ANCHOR_VARIANCE, variance);
        return parameters;
    }
}
