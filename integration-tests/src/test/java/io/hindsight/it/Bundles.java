package io.hindsight.it;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.series.Season;
import io.hindsight.model.student.StudentSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Bundles with seeded random weights on a filter with random numbers, which look back: any do where
 * the question is whether two ways give the same numbers.
 */
final class Bundles {
    private static final int HIDDEN_SIZE = 12;
    private static final int BACKWARD_SIZE = 6;
    private static final Set<String> ONES =
            Set.of(Parameters.SHRINK, Parameters.SPREAD, Parameters.REVISE_SHRINK);
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final AnchorSpec FILTER =
            new AnchorSpec(AnchorKind.FILTER, 2, FilterForm.FULL, new Season(DAY, 24), 2);

    private Bundles() {}

    static Bundle random(CellKind cell, List<String> channels, Normaliser normaliser, long seed) {
        return random(cell, channels, 0, normaliser, seed);
    }

    /** One that takes the context of its group, on a scale of 1. */
    static Bundle inContext(List<String> channels, Normaliser normaliser, long seed) {
        List<String> wide = new ArrayList<>(channels);
        wide.addAll(ContextChannels.of(channels));
        double[] mean = Arrays.copyOf(normaliser.mean(), wide.size());
        double[] scale = Arrays.copyOf(normaliser.scale(), wide.size());
        for (int d = channels.size(); d < wide.size(); d++) {
            mean[d] = d + 1 < wide.size() ? mean[d - channels.size()] : 0;
            scale[d] = d + 1 < wide.size() ? scale[d - channels.size()] : 1;
        }
        return random(CellKind.GRU, wide, channels.size() + 1, new Normaliser(mean, scale), seed)
                .withContextPhase(0);
    }

    private static Bundle random(
            CellKind cell, List<String> channels, int given, Normaliser normaliser, long seed) {
        StudentSpec spec =
                new StudentSpec(
                        cell,
                        HIDDEN_SIZE,
                        channels,
                        given,
                        channels.stream().map(channel -> "").toList(),
                        Duration.ofHours(1).toMillis(),
                        List.of(DAY),
                        FILTER,
                        BACKWARD_SIZE);
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        Parameters.shapes(spec)
                .forEach(
                        (name, shape) -> {
                            if (!ONES.contains(name)) {
                                parameters.put(name, draw(shape, random));
                            }
                        });
        parameters.put(Parameters.ANCHOR_RATES, new float[] {0.1f, 0.3f});
        setNoise(parameters, channels.size());
        try {
            return Bundle.of(spec, normaliser, parameters, Map.of());
        } catch (BundleException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    private static float[] draw(int[] shape, SplittableRandom random) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.2 * (random.nextDouble() - 0.5));
        }
        return values;
    }

    private static void setNoise(Map<String, float[]> parameters, int channels) {
        float[] noise = new float[channels * channels];
        float[] measurement = new float[channels];
        for (int d = 0; d < channels; d++) {
            noise[d * channels + d] = 0.2f;
            measurement[d] = 1e-4f;
        }
        parameters.put(Parameters.ANCHOR_NOISE, noise);
        parameters.put(Parameters.ANCHOR_MEASUREMENT, measurement);
        parameters.put(Parameters.BACKWARD_NOISE, noise);
        parameters.put(Parameters.BACKWARD_MEASUREMENT, measurement);
        int n = FILTER.order() * channels;
        float[] start = new float[n * n];
        for (int i = 0; i < n; i++) {
            start[i * n + i] = 1;
        }
        parameters.put(Parameters.BACKWARD_START, start);
    }
}
