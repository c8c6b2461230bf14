package io.hindsight.model.revise;

import io.hindsight.model.anchor.Covariances;
import io.hindsight.model.series.Season;

/**
 * The backward filter's numbers, immutable, shared by all threads. N channels, order p; S and y as
 * at the anchor, w the anchor's slow profile.
 *
 * <pre>
 *   y_t = Σ_{k=1..p} B_k y_{t+k} + Σ_{j=0..p} c_j ∘ w(t + j) + e_t,   e ~ N(0, Q)
 * </pre>
 */
public final class BackwardWeights {
    final int channels;
    final int order;
    final Season season;
    final float[] profile;
    final float[] transition;
    final float[] drift;
    final float[] noise;
    final float[] measurement;
    final float[] start;

    /**
     * @param season of the anchor
     * @param profile S of the anchor [B, N]
     * @param transition B [p, N, N]
     * @param drift c [p + 1, N]
     * @param noise Q [N, N]
     * @param measurement R [N], positive
     * @param start covariance of the p slots ahead about their profile [p·N, p·N]
     */
    public BackwardWeights(
            int channels,
            int order,
            Season season,
            float[] profile,
            float[] transition,
            float[] drift,
            float[] noise,
            float[] measurement,
            float[] start) {
        int n = order * channels;
        if (profile.length != season.bins() * channels
                || transition.length != n * channels
                || drift.length != n + channels
                || noise.length != channels * channels
                || measurement.length != channels
                || start.length != n * n) {
            throw new IllegalArgumentException(
                    "backward filter must have the shapes of its order and channels: order="
                            + order
                            + ", channels="
                            + channels);
        }
        for (float r : measurement) {
            if (!(r >= 1e-8f)) {
                throw new IllegalArgumentException(
                        "backward.measurement must be at least 1e-8: " + r);
            }
        }
        Covariances.require("backward.noise", noise, measurement);
        Covariances.require("backward.start", start, measurement);
        this.channels = channels;
        this.order = order;
        this.season = season;
        this.profile = profile.clone();
        this.transition = transition.clone();
        this.drift = drift.clone();
        this.noise = noise.clone();
        this.measurement = measurement.clone();
        this.start = start.clone();
    }
}
