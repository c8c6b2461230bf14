package io.hindsight.it;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Bundles with seeded random weights: any weights do where the question is whether two ways give
 * the same numbers.
 */
final class Bundles {
    private static final int HIDDEN_SIZE = 12;

    private Bundles() {}

    static Bundle random(CellKind cell, List<String> channels, Normaliser normaliser, long seed) {
        StudentSpec spec =
                new StudentSpec(
                        cell,
                        HIDDEN_SIZE,
                        channels,
                        channels.stream().map(channel -> "").toList(),
                        Duration.ofHours(1).toMillis(),
                        List.of(Duration.ofDays(1).toMillis()));
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        Parameters.shapes(spec)
                .forEach(
                        (name, shape) -> {
                            int length = 1;
                            for (int size : shape) {
                                length *= size;
                            }
                            float[] values = new float[length];
                            for (int i = 0; i < length; i++) {
                                values[i] = (float) (0.2 * (random.nextDouble() - 0.5));
                            }
                            parameters.put(name, values);
                        });
        try {
            return Bundle.of(spec, normaliser, parameters, Map.of());
        } catch (BundleException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }
}
