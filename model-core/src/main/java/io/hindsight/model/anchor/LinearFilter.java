package io.hindsight.model.anchor;

import io.hindsight.model.normalise.UnitChange;
import io.hindsight.model.series.Season;

/**
 * The seasonal linear-Gaussian filter: a {@link GaussianFilter} of what the profiles leave, with
 * running profiles of what it filtered.
 *
 * <p>For each channel and bin h two (or more) running profiles W_r, from zero, follow the filled
 * values f (the value where it was seen, else the filter's mean): W_r[h] ← W_r[h] + max(α_r,
 * 1/visits) (f − W_r[h]). The equations are at {@link AnchorWeights}; docs/decisions has where they
 * come from.
 */
public final class LinearFilter implements Anchor {
    private final AnchorSpec spec;
    private final int channels;
    private final int rates;
    private final int bins;
    private final AnchorWeights weights;
    private final Season season;
    private final GaussianFilter filter;
    private final double[] drift;
    private final double[] seen;

    public LinearFilter(AnchorSpec spec, int channels, AnchorWeights weights) {
        this.spec = spec;
        this.channels = channels;
        this.rates = spec.rates();
        this.season = spec.season();
        this.bins = season.bins();
        this.weights = weights;
        this.filter =
                new GaussianFilter(
                        channels,
                        spec.order(),
                        spec.covarianceSlots(),
                        weights.transition,
                        weights.noise,
                        weights.measurement);
        this.drift = new double[channels];
        this.seen = new double[channels];
    }

    @Override
    public AnchorMemory newMemory() {
        return new AnchorMemory(spec, channels);
    }

    @Override
    public void predict(AnchorMemory memory, long eventTimeMillis, AnchorView out) {
        int bin = season.bin(eventTimeMillis);
        int lags = spec.profileLags();
        for (int d = 0; d < channels; d++) {
            double sum = 0;
            for (int r = 0; r < rates; r++) {
                sum += weights.season[r * lags * channels + d] * memory.profiles[at(r, bin, d)];
                for (int j = 1; j < lags; j++) {
                    sum +=
                            weights.season[(r * lags + j) * channels + d]
                                    * memory.pastProfiles[((j - 1) * rates + r) * channels + d];
                }
            }
            drift[d] = sum;
        }
        filter.predict(memory.lags, memory.covariance, drift);
        for (int d = 0; d < channels; d++) {
            float level = weights.profile[bin * channels + d];
            out.priorMean[d] = (float) (level + memory.lags[d]);
            out.priorScale[d] = (float) filter.deviation(memory.covariance, d);
            out.profile[d] = level + memory.profiles[at(0, bin, d)];
        }
    }

    @Override
    public void observe(AnchorMemory memory, long eventTimeMillis, float[] z, AnchorView out) {
        int bin = season.bin(eventTimeMillis);
        for (int d = 0; d < channels; d++) {
            seen[d] = z[d] - weights.profile[bin * channels + d];
        }
        filter.observe(memory.lags, memory.covariance, seen);
        for (int d = 0; d < channels; d++) {
            double level = weights.profile[bin * channels + d];
            out.mean[d] = Float.isNaN(z[d]) ? (float) (level + memory.lags[d]) : z[d];
            out.scale[d] = (float) filter.deviation(memory.covariance, d);
        }
        remember(memory, bin, out.mean);
    }

    /**
     * The slow profile as it stands, at any moment.
     *
     * @param out receives N values in z units from {@code offset} on
     */
    public void writeProfile(AnchorMemory memory, long eventTimeMillis, float[] out, int offset) {
        int bin = season.bin(eventTimeMillis);
        for (int d = 0; d < channels; d++) {
            out[offset + d] = weights.profile[bin * channels + d] + memory.profiles[at(0, bin, d)];
        }
    }

    /**
     * Puts another filter's running profiles in the place of this memory's, where both have the
     * same season and the same channels. Each profile comes from the one whose rate is nearest.
     *
     * @param change from the other filter's z units to this one's
     */
    public void carryProfiles(
            AnchorMemory memory, LinearFilter other, AnchorMemory theirs, UnitChange change) {
        System.arraycopy(theirs.visits, 0, memory.visits, 0, bins);
        for (int r = 0; r < rates; r++) {
            int from = other.nearestRate(weights.rates[r]);
            for (int bin = 0; bin < bins; bin++) {
                for (int d = 0; d < channels && theirs.visits[bin] > 0; d++) {
                    double level =
                            change.clippedValue(
                                    d,
                                    (double) other.weights.profile[bin * channels + d]
                                            + theirs.profiles[at(from, bin, d)]);
                    memory.profiles[at(r, bin, d)] =
                            (float) (level - weights.profile[bin * channels + d]);
                }
            }
        }
    }

    @Override
    public void changeUnits(
            AnchorMemory memory, long lastMillis, long intervalMillis, UnitChange change) {
        for (int k = 0; k < spec.order(); k++) {
            int bin = season.bin(lastMillis - k * intervalMillis);
            for (int d = 0; d < channels; d++) {
                int lag = k * channels + d;
                memory.lags[lag] = moved(bin, d, memory.lags[lag], change);
                for (int r = 0; r < rates; r++) {
                    int past = (k * rates + r) * channels + d;
                    memory.pastProfiles[past] =
                            (float) moved(bin, d, memory.pastProfiles[past], change);
                }
            }
        }
        for (int r = 0; r < rates; r++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int d = 0; d < channels && memory.visits[bin] > 0; d++) {
                    int at = at(r, bin, d);
                    memory.profiles[at] = (float) moved(bin, d, memory.profiles[at], change);
                }
            }
        }
        int n = channels * spec.covarianceSlots();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                memory.covariance[i][j] *=
                        change.factor(i % channels) * change.factor(j % channels);
            }
        }
    }

    /** What is left of a value when the profile is taken off, in the new units. */
    private double moved(int bin, int channel, double rest, UnitChange change) {
        if (change.isNone(channel)) {
            return rest;
        }
        double level = weights.profile[bin * channels + channel];
        return change.clippedValue(channel, level + rest) - level;
    }

    private int nearestRate(float rate) {
        int nearest = 0;
        for (int r = 1; r < rates; r++) {
            if (Math.abs(weights.rates[r] - rate) < Math.abs(weights.rates[nearest] - rate)) {
                nearest = r;
            }
        }
        return nearest;
    }

    /** The profile's values of this slot become past ones, and the profiles move. */
    private void remember(AnchorMemory memory, int bin, float[] filled) {
        System.arraycopy(
                memory.pastProfiles,
                0,
                memory.pastProfiles,
                rates * channels,
                memory.pastProfiles.length - rates * channels);
        memory.visits[bin] = Math.min(memory.visits[bin] + 1, AnchorMemory.MOST_VISITS);
        for (int r = 0; r < rates; r++) {
            float rate = Math.max(weights.rates[r], 1f / memory.visits[bin]);
            for (int d = 0; d < channels; d++) {
                int at = at(r, bin, d);
                float y = filled[d] - weights.profile[bin * channels + d];
                memory.pastProfiles[r * channels + d] = memory.profiles[at];
                memory.profiles[at] += rate * (y - memory.profiles[at]);
            }
        }
    }

    private int at(int rate, int bin, int channel) {
        return (rate * bins + bin) * channels + channel;
    }
}
