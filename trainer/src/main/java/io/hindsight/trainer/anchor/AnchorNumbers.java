package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorWeights;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.model.bundle.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** An anchor's numbers on their way from a fit to a bundle: float32, as the job will have them. */
public final class AnchorNumbers {
    final AnchorSpec spec;
    final int channels;
    final float[] profile;
    final float[] rates;
    final float[] transition;
    final float[] season;
    final float[] noise;
    final float[] measurement;

    /** All zero, of the shapes at {@link AnchorWeights}. */
    AnchorNumbers(AnchorSpec spec, int channels) {
        this.spec = spec;
        this.channels = channels;
        this.profile = new float[spec.season().bins() * channels];
        this.rates = new float[spec.rates()];
        this.transition = new float[spec.order() * channels * channels];
        this.season = new float[spec.rates() * spec.profileLags() * channels];
        this.noise = new float[channels * channels];
        this.measurement = new float[channels];
    }

    /** The numbers of an anchor as a bundle has them. */
    public static AnchorNumbers of(AnchorSpec spec, int channels, Map<String, float[]> parameters) {
        AnchorNumbers numbers = new AnchorNumbers(spec, channels);
        numbers.parameters()
                .forEach(
                        (name, values) ->
                                System.arraycopy(
                                        parameters.get(name), 0, values, 0, values.length));
        return numbers;
    }

    public AnchorSpec spec() {
        return spec;
    }

    /** An anchor of these numbers, for one thread. */
    public LinearFilter newFilter() {
        return new LinearFilter(
                spec,
                channels,
                new AnchorWeights(
                        spec, channels, profile, rates, transition, season, noise, measurement));
    }

    /** By the bundle's names. */
    public Map<String, float[]> parameters() {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        parameters.put(Parameters.ANCHOR_PROFILE, profile);
        parameters.put(Parameters.ANCHOR_RATES, rates);
        parameters.put(Parameters.ANCHOR_TRANSITION, transition);
        parameters.put(Parameters.ANCHOR_SEASON, season);
        parameters.put(Parameters.ANCHOR_NOISE, noise);
        parameters.put(Parameters.ANCHOR_MEASUREMENT, measurement);
        return parameters;
    }

    /**
     * The same anchor with one more slot in its memory, which it ignores, and all of its
     * covariance: after a slot was seen the memory then holds all that a regression of that slot is
     * about.
     */
    AnchorNumbers withOneMoreSlot() {
        AnchorSpec longer =
                new AnchorSpec(
                        spec.kind(),
                        spec.order() + 1,
                        FilterForm.FULL,
                        spec.season(),
                        spec.rates());
        AnchorNumbers numbers = new AnchorNumbers(longer, channels);
        System.arraycopy(profile, 0, numbers.profile, 0, profile.length);
        System.arraycopy(rates, 0, numbers.rates, 0, rates.length);
        System.arraycopy(transition, 0, numbers.transition, 0, transition.length);
        System.arraycopy(noise, 0, numbers.noise, 0, noise.length);
        System.arraycopy(measurement, 0, numbers.measurement, 0, measurement.length);
        int from = spec.profileLags() * channels;
        int to = longer.profileLags() * channels;
        for (int r = 0; r < spec.rates(); r++) {
            System.arraycopy(season, r * from, numbers.season, r * to, from);
        }
        return numbers;
    }
}
