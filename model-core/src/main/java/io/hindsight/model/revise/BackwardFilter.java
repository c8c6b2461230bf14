package io.hindsight.model.revise;

import io.hindsight.model.anchor.GaussianFilter;

/**
 * The anchor's mirror image: filters a {@link Stretch} from its last slot back to its first one,
 * and says of each slot what what came after it makes likely. Before its first step it believes in
 * the profile.
 *
 * <p>Owns scratch; serves one thread.
 */
public final class BackwardFilter {
    private final BackwardWeights weights;
    private final int channels;
    private final int order;
    private final GaussianFilter filter;
    private final double[] lags;
    private final double[][] covariance;
    private final double[] drift;
    private final double[] seen;

    public BackwardFilter(BackwardWeights weights) {
        this.weights = weights;
        this.channels = weights.channels;
        this.order = weights.order;
        this.filter =
                new GaussianFilter(
                        channels,
                        order,
                        order,
                        weights.transition,
                        weights.noise,
                        weights.measurement);
        this.lags = new double[order * channels];
        this.covariance = new double[lags.length][lags.length];
        this.drift = new double[channels];
        this.seen = new double[channels];
    }

    /** Prepares for a stretch: the slots ahead lie on their profile. */
    public void begin(Stretch stretch) {
        for (int k = 0; k < order; k++) {
            int bin = weights.season.bin(stretch.timesAhead[k]);
            for (int d = 0; d < channels; d++) {
                lags[k * channels + d] =
                        stretch.profileAhead[k * channels + d]
                                - weights.profile[bin * channels + d];
            }
        }
        int n = lags.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = weights.start[i * n + j];
                covariance[j][i] = weights.start[i * n + j];
            }
        }
    }

    /**
     * Moves back to a slot and takes in what was seen in it. Slots come in order, the last first.
     *
     * @param priorMean receives the mean before that, in z units [N]
     * @param priorScale receives its standard deviation [N], positive
     * @param mean receives the mean after that [N]
     * @param scale receives its standard deviation [N], positive
     */
    public void step(
            Stretch stretch,
            int slot,
            float[] priorMean,
            float[] priorScale,
            float[] mean,
            float[] scale) {
        int bin = weights.season.bin(stretch.times[slot]);
        setDrift(stretch, slot);
        filter.predict(lags, covariance, drift);
        for (int d = 0; d < channels; d++) {
            priorMean[d] = (float) (weights.profile[bin * channels + d] + lags[d]);
            priorScale[d] = (float) filter.deviation(covariance, d);
        }
        for (int d = 0; d < channels; d++) {
            float z = stretch.seen[slot * channels + d];
            seen[d] = z - (double) weights.profile[bin * channels + d];
        }
        filter.observe(lags, covariance, seen);
        for (int d = 0; d < channels; d++) {
            mean[d] = (float) (weights.profile[bin * channels + d] + lags[d]);
            scale[d] = (float) filter.deviation(covariance, d);
        }
    }

    private void setDrift(Stretch stretch, int slot) {
        for (int d = 0; d < channels; d++) {
            drift[d] = 0;
        }
        for (int j = 0; j <= order; j++) {
            int at = slot + j;
            boolean inside = at < stretch.slots;
            long time = inside ? stretch.times[at] : stretch.timesAhead[at - stretch.slots];
            float[] profiles = inside ? stretch.profile : stretch.profileAhead;
            int from = (inside ? at : at - stretch.slots) * channels;
            int bin = weights.season.bin(time);
            for (int d = 0; d < channels; d++) {
                double w = profiles[from + d] - (double) weights.profile[bin * channels + d];
                drift[d] += weights.drift[j * channels + d] * w;
            }
        }
    }

    /** Values of the newest steps [p, N], profile taken off, as the last step left them. */
    public double[] lags() {
        return lags;
    }

    /** Their covariance [p·N][p·N]. */
    public double[][] covariance() {
        return covariance;
    }
}
