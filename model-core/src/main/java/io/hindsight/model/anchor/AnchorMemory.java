package io.hindsight.model.anchor;

import java.util.Arrays;

/**
 * What an anchor remembers of one sensor: the live object that it reads and overwrites. N channels,
 * order p, n = N · {@link AnchorSpec#covarianceSlots}.
 */
public final class AnchorMemory {
    /** Variance of a value that nothing is known of, in squared z units. */
    static final double UNKNOWN = 1;

    /**
     * Values of the last p slots in z units [p, N], newest first; profile taken off. Without a
     * filter the last value of each channel [N], and of {@link DecayingValues} their times [N].
     */
    public final double[] lags;

    /** Covariance of {@link #lags} [n][n], both triangles. */
    public final double[][] covariance;

    /** Running profiles [rates, bins, N]. */
    public final float[] profiles;

    /** Profile values of the slots before this one [profileLags − 1, rates, N], newest first. */
    public final float[] pastProfiles;

    /** How often each bin was visited [bins], up to {@link #MOST_VISITS}. */
    public final int[] visits;

    /** Visits beyond this one are not counted. */
    public static final int MOST_VISITS = 30_000;

    /** A memory of nothing: on the profile that the bundle brings, and sure of nothing. */
    public AnchorMemory(AnchorSpec spec, int channels) {
        boolean filters = spec.kind().isFilter();
        int n = filters ? channels * spec.covarianceSlots() : 0;
        int bins = filters ? spec.season().bins() : 0;
        lags = new double[lags(spec) * channels];
        covariance = new double[n][n];
        profiles = new float[filters ? spec.rates() * bins * channels : 0];
        pastProfiles = new float[filters ? (spec.profileLags() - 1) * spec.rates() * channels : 0];
        visits = new int[bins];
        forgetValues();
    }

    private static int lags(AnchorSpec spec) {
        return switch (spec.kind()) {
            case SEASONAL, FILTER -> spec.order();
            case NONE -> 1;
            case DECAY -> 2;
        };
    }

    AnchorMemory(
            double[] lags,
            double[][] covariance,
            float[] profiles,
            float[] pastProfiles,
            int[] visits) {
        this.lags = lags;
        this.covariance = covariance;
        this.profiles = profiles;
        this.pastProfiles = pastProfiles;
        this.visits = visits;
    }

    private void forgetValues() {
        Arrays.fill(lags, 0);
        for (int i = 0; i < covariance.length; i++) {
            Arrays.fill(covariance[i], 0);
            covariance[i][i] = UNKNOWN;
        }
    }

    /** A memory of the same that shares nothing with this one. */
    public AnchorMemory copy() {
        return new AnchorMemory(
                lags.clone(),
                Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new),
                profiles.clone(),
                pastProfiles.clone(),
                visits.clone());
    }
}
