package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.series.Season;
import io.hindsight.trainer.data.ZSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fits an anchor to series: the profile by means, the rest by {@link Regression} of expected {@link
 * Moments}. Each round takes them from the filter of the round before, the first one from the
 * centre.
 */
public final class AnchorFit {
    static final float MEASUREMENT = 1e-4f;
    static final double FIRST_NOISE = 0.1;

    private final AnchorSpec spec;
    private final int channels;
    private final Regression regression;
    private final List<ZSeries> series;

    /**
     * @param ridge λ, in slots
     * @param series the training parts
     */
    public AnchorFit(AnchorSpec spec, int channels, double ridge, List<ZSeries> series) {
        this.spec = spec;
        this.channels = channels;
        this.regression = new Regression(spec, channels, ridge);
        this.series = List.copyOf(series);
    }

    /**
     * A fit that is centred on another anchor: what little data says nothing of stays as it was.
     *
     * @param centre whose regression is the centre, and whose noise counts for λ slots
     * @param ridge λ, in slots
     * @param series the training parts
     */
    public AnchorFit(AnchorNumbers centre, double ridge, List<ZSeries> series) {
        this.spec = centre.spec;
        this.channels = centre.channels;
        this.regression = new Regression(centre, ridge);
        this.series = List.copyOf(series);
    }

    /**
     * The centre: an anchor that has seen the profile and nothing else.
     *
     * @param rates α of the running profiles, for each visit of a bin
     */
    public AnchorNumbers centre(double[] rates) {
        AnchorNumbers numbers = new AnchorNumbers(spec, channels);
        setProfile(numbers);
        for (int r = 0; r < spec.rates(); r++) {
            numbers.rates[r] = (float) rates[r];
        }
        Arrays.fill(numbers.measurement, MEASUREMENT);
        for (int i = 0; i < channels; i++) {
            regression.setCentre(numbers, i);
            numbers.noise[i * channels + i] = (float) FIRST_NOISE;
        }
        return numbers;
    }

    /**
     * An anchor of this fit's shape that does what another one does: a start that is nearer to the
     * end than the centre is.
     *
     * @param rates the other one's first, if it has fewer
     */
    public AnchorNumbers like(AnchorNumbers other, double[] rates) {
        AnchorNumbers numbers = centre(rates);
        Arrays.fill(numbers.transition, 0);
        Arrays.fill(numbers.season, 0);
        int lags = Math.min(numbers.transition.length, other.transition.length);
        System.arraycopy(other.transition, 0, numbers.transition, 0, lags);
        int own = spec.profileLags() * channels;
        int others = other.spec.profileLags() * channels;
        for (int r = 0; r < Math.min(spec.rates(), other.spec.rates()); r++) {
            System.arraycopy(
                    other.season, r * others, numbers.season, r * own, Math.min(own, others));
        }
        System.arraycopy(other.noise, 0, numbers.noise, 0, numbers.noise.length);
        return numbers;
    }

    private void setProfile(AnchorNumbers numbers) {
        Season season = spec.season();
        double[] sums = new double[numbers.profile.length];
        long[] counts = new long[numbers.profile.length];
        for (ZSeries part : series) {
            for (int t = part.from(); t < part.to(); t++) {
                int bin = season.bin(part.timeMillis(t));
                for (int d = 0; d < channels; d++) {
                    float z = part.z(t, d);
                    if (!Float.isNaN(z)) {
                        sums[bin * channels + d] += z;
                        counts[bin * channels + d]++;
                    }
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            numbers.profile[k] = counts[k] == 0 ? 0 : (float) (sums[k] / counts[k]);
        }
    }

    /** One round: the numbers that fit best what these ones make of the holes. */
    public AnchorNumbers round(AnchorNumbers numbers) {
        List<Moments> parts =
                series.stream()
                        .parallel()
                        .map(
                                part -> {
                                    Moments moments = new Moments(spec, channels);
                                    moments.add(numbers, part);
                                    return moments;
                                })
                        .toList();
        Moments all = new Moments(spec, channels);
        parts.forEach(all::add);
        return regression.solve(numbers, all);
    }

    /** Fits in a number of rounds, the results of all of them in order, the centre first. */
    public List<AnchorNumbers> rounds(double[] rates, int count) {
        List<AnchorNumbers> fitted = new ArrayList<>(List.of(centre(rates)));
        Stream.iterate(1, round -> round <= count, round -> round + 1)
                .forEach(round -> fitted.add(round(fitted.get(fitted.size() - 1))));
        return fitted;
    }
}
