package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.SplittableRandom;

/** Compares every gradient with the central difference of the loss. */
public final class Gradients {
    private static final float STEP = 1e-2f;
    private static final double TOLERANCE = 1e-5;

    private Gradients() {}

    /** Heads start at zero, where much of the gradient vanishes: moves every weight a little. */
    public static void shake(Parameters parameters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Parameter parameter : parameters) {
            float[] values = parameter.value().toArray();
            for (int k = 0; k < values.length; k++) {
                values[k] += (float) (0.3 * (random.nextDouble() - 0.5));
            }
            parameter.value().write(values);
        }
    }

    public static void check(Shard shard, Counts counts) {
        for (Parameter parameter : shard.parameters()) {
            shard.loss(counts, true);
            float[] gradient = parameter.gradient().toArray();
            for (int k = 0; k < gradient.length; k++) {
                double numeric = slope(shard, counts, parameter, k);
                assertThat(Math.abs(gradient[k] - numeric) / Math.max(1, Math.abs(numeric)))
                        .as("%s[%d]: %s against %s", parameter.name(), k, gradient[k], numeric)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    /** The central difference of two steps, so that the error's first term cancels. */
    private static double slope(Shard shard, Counts counts, Parameter parameter, int index) {
        double narrow = difference(shard, counts, parameter, index, STEP);
        double wide = difference(shard, counts, parameter, index, 2 * STEP);
        return (4 * narrow - wide) / 3;
    }

    private static double difference(
            Shard shard, Counts counts, Parameter parameter, int index, float step) {
        float[] values = parameter.value().toArray();
        float kept = values[index];
        float up = kept + step;
        float down = kept - step;
        values[index] = up;
        parameter.value().write(values);
        double higher = shard.loss(counts, true);
        values[index] = down;
        parameter.value().write(values);
        double lower = shard.loss(counts, true);
        values[index] = kept;
        parameter.value().write(values);
        return (higher - lower) / ((double) up - down);
    }
}
