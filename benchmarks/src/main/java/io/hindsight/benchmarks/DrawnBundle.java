package io.hindsight.benchmarks;

import io.hindsight.model.anchor.AnchorKind;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Bundles of drawn weights, for what depends on no weight: the net's as PyTorch starts them, an
 * anchor that leans on its last slot and forgets.
 */
final class DrawnBundle {
    private static final long SEED = 2;

    private DrawnBundle() {}

    static Bundle of(StudentSpec spec) throws BundleException {
        Random random = new Random(SEED);
        float bound = (float) (1 / Math.sqrt(spec.hiddenSize()));
        Map<String, int[]> shapes = Parameters.shapes(spec);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        shapes.keySet()
                .removeAll(Set.of(Parameters.SHRINK, Parameters.SPREAD, Parameters.REVISE_SHRINK));
        shapes.forEach(
                (name, shape) -> parameters.put(name, uniform(random, length(shape), bound)));
        if (spec.anchor().kind() != AnchorKind.NONE) {
            settle(spec, parameters, "anchor");
            Arrays.fill(parameters.get(Parameters.ANCHOR_RATES), 0.1f);
        }
        if (spec.backwardSize() > 0) {
            settle(spec, parameters, "backward");
            int n = spec.anchor().order() * spec.channelCount();
            parameters.put(Parameters.BACKWARD_START, diagonal(n, 1f));
        }
        double[] ones = new double[spec.channelCount()];
        Arrays.fill(ones, 1);
        return Bundle.of(
                spec, new Normaliser(new double[spec.channelCount()], ones), parameters, Map.of());
    }

    /** A filter that is stable, since no row takes more than .9 of what there was. */
    private static void settle(StudentSpec spec, Map<String, float[]> parameters, String part) {
        int channels = spec.channelCount();
        float[] transition = parameters.get(part + ".transition");
        for (int k = 0; k < transition.length; k++) {
            transition[k] *= 0.4f / (spec.anchor().order() * channels);
        }
        for (int d = 0; d < channels; d++) {
            transition[d * channels + d] += 0.5f;
        }
        parameters.put(part + ".noise", diagonal(channels, 0.1f));
        Arrays.fill(parameters.get(part + ".measurement"), 1e-4f);
    }

    private static float[] diagonal(int n, float value) {
        float[] matrix = new float[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = value;
        }
        return matrix;
    }

    private static float[] uniform(Random random, int length, float bound) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = bound * (2 * random.nextFloat() - 1);
        }
        return values;
    }

    private static int length(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
