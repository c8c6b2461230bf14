package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.revise.BackwardFilter;
import io.hindsight.model.revise.BackwardWeights;
import io.hindsight.model.revise.Stretch;
import io.hindsight.trainer.data.ZSeries;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the backward filter to the series that its anchor was fitted to, in the same way: each
 * series is one stretch, with the slow profile as the anchor had it in each slot.
 */
public final class BackwardFit {
    private final AnchorNumbers anchor;
    private final AnchorSpec spec;
    private final int channels;
    private final Regression regression;
    private final List<Stretch> stretches;

    /**
     * @param ridge λ, in slots
     * @param series the training parts
     */
    public BackwardFit(AnchorNumbers anchor, double ridge, List<ZSeries> series) {
        this.anchor = anchor;
        this.spec =
                new AnchorSpec(
                        anchor.spec.kind(),
                        anchor.spec.order(),
                        FilterForm.FULL,
                        anchor.spec.season(),
                        1);
        this.channels = anchor.channels;
        this.regression = new Regression(spec, channels, ridge);
        this.stretches = series.stream().parallel().map(this::stretch).toList();
    }

    private Stretch stretch(ZSeries series) {
        int slots = series.to() - series.from();
        Stretch stretch = new Stretch(channels, 0, spec.order() + 1, Math.max(1, slots));
        LinearFilter filter = anchor.newFilter();
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(channels);
        float[] z = new float[channels];
        for (int t = series.from(); t < series.to(); t++) {
            for (int d = 0; d < channels; d++) {
                z[d] = series.z(t, d);
            }
            filter.predict(memory, series.timeMillis(t), view);
            filter.observe(memory, series.timeMillis(t), z, view);
            stretch.add(
                    series.timeMillis(t),
                    z,
                    view.profile,
                    view.mean,
                    view.scale,
                    0,
                    new float[0],
                    0);
        }
        for (int k = 0; k <= spec.order(); k++) {
            long time = series.timeMillis(series.to() + k);
            float[] profile = new float[channels];
            filter.writeProfile(memory, time, profile, 0);
            stretch.setAhead(k, time, profile, 0);
        }
        return stretch;
    }

    /** Fits in a number of rounds. */
    public BackwardNumbers fit(int rounds) {
        AnchorNumbers numbers = new AnchorNumbers(spec, channels);
        System.arraycopy(anchor.profile, 0, numbers.profile, 0, anchor.profile.length);
        Arrays.fill(numbers.measurement, AnchorFit.MEASUREMENT);
        for (int i = 0; i < channels; i++) {
            regression.setCentre(numbers, i);
            numbers.noise[i * channels + i] = (float) AnchorFit.FIRST_NOISE;
        }
        float[] start = startCovariance();
        for (int round = 0; round < rounds; round++) {
            AnchorNumbers before = numbers;
            List<Moments> parts =
                    stretches.stream().parallel().map(part -> moments(before, part)).toList();
            Moments all = new Moments(spec, channels);
            parts.forEach(all::add);
            numbers = regression.solve(before, all);
        }
        return new BackwardNumbers(numbers, start);
    }

    private Moments moments(AnchorNumbers numbers, Stretch stretch) {
        AnchorNumbers longer = numbers.withOneMoreSlot();
        int n = longer.spec.order() * channels;
        float[] wide = new float[n * n];
        for (int i = 0; i < n; i++) {
            wide[i * n + i] = 1;
        }
        BackwardFilter filter =
                new BackwardFilter(
                        new BackwardWeights(
                                channels,
                                longer.spec.order(),
                                spec.season(),
                                longer.profile,
                                longer.transition,
                                longer.season,
                                longer.noise,
                                longer.measurement,
                                wide));
        Moments moments = new Moments(spec, channels);
        float[] scratch = new float[4 * channels];
        float[] b = new float[channels];
        float[] c = new float[channels];
        float[] d = new float[channels];
        filter.begin(stretch);
        for (int slot = stretch.slots() - 1; slot >= 0; slot--) {
            filter.step(stretch, slot, scratch, b, c, d);
            if (stretch.isSeen(slot) && slot + 2 * spec.order() < stretch.slots()) {
                for (int j = 0; j <= spec.order(); j++) {
                    int bin = spec.season().bin(stretch.timeMillis(slot + j));
                    for (int i = 0; i < channels; i++) {
                        double w = stretch.profile(slot + j, i);
                        moments.setProfile(j, i, w - numbers.profile[bin * channels + i]);
                    }
                }
                moments.take(filter.lags(), filter.covariance());
            }
        }
        return moments;
    }

    /** E[d dᵀ] of d = (what was filled − slow profile) over p slots in a row. */
    private float[] startCovariance() {
        int order = spec.order();
        int n = order * channels;
        double[] sums = new double[n * n];
        double[] off = new double[n];
        long count = 0;
        for (Stretch stretch : stretches) {
            for (int slot = 0; slot + order <= stretch.slots(); slot++) {
                for (int k = 0; k < order; k++) {
                    for (int i = 0; i < channels; i++) {
                        off[k * channels + i] =
                                stretch.mean(slot + k, i) - stretch.profile(slot + k, i);
                    }
                }
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j <= i; j++) {
                        sums[i * n + j] += off[i] * off[j];
                    }
                }
                count++;
            }
        }
        float[] covariance = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                float value = (float) (sums[i * n + j] / Math.max(1, count));
                covariance[i * n + j] = value;
                covariance[j * n + i] = value;
            }
        }
        return covariance;
    }
}
