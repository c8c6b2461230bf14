package io.hindsight.model.anchor;

/**
 * An anchor's numbers, immutable, shared by all threads. N channels, B bins, order p.
 *
 * <pre>
 *   z_t = S[bin(t)] + y_t
 *   y_t = Σ_{k=1..p} A_k y_{t−k} + Σ_r Σ_j c_{r,j} ∘ w_r(t − j) + e_t,   e ~ N(0, Q)
 * </pre>
 *
 * where w_r(t) is running profile r of y at the bin of t, as it stood before t was seen.
 */
public final class AnchorWeights {
    final float[] profile;
    final float[] rates;
    final float[] transition;
    final float[] season;
    final float[] noise;
    final float[] measurement;

    /**
     * @param profile S [B, N], in z units
     * @param rates α of each running profile [rates], 0 to 1
     * @param transition A [p, N, N]
     * @param season c [rates, profileLags, N]
     * @param noise Q [N, N], symmetric and positive semidefinite
     * @param measurement R [N], positive: variance of a reading about its value
     * @throws IllegalArgumentException if a length does not fit, or if Q is not what it must be
     */
    public AnchorWeights(
            AnchorSpec spec,
            int channels,
            float[] profile,
            float[] rates,
            float[] transition,
            float[] season,
            float[] noise,
            float[] measurement) {
        require("anchor.profile", profile.length, spec.season().bins() * channels);
        require("anchor.rates", rates.length, spec.rates());
        require("anchor.transition", transition.length, spec.order() * channels * channels);
        require("anchor.season", season.length, spec.rates() * spec.profileLags() * channels);
        require("anchor.noise", noise.length, channels * channels);
        require("anchor.measurement", measurement.length, channels);
        for (float rate : rates) {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("anchor.rates must be 0 to 1: " + rate);
            }
        }
        for (float r : measurement) {
            if (!(r >= 1e-8f)) {
                throw new IllegalArgumentException(
                        "anchor.measurement must be at least 1e-8: " + r);
            }
        }
        Covariances.require("anchor.noise", noise, measurement);
        this.profile = profile.clone();
        this.rates = rates.clone();
        this.transition = transition.clone();
        this.season = season.clone();
        this.noise = noise.clone();
        this.measurement = measurement.clone();
    }

    private static void require(String name, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    name + " must have " + expected + " values: " + length);
        }
    }
}
