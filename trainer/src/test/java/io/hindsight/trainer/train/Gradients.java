package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import java.util.SplittableRandom;

/** Compares every gradient with the central difference of the loss. */
public final class Gradients {
    private static final float STEP = 4e-3f;
    private static final double TOLERANCE = 2e-3;

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
        shard.loss(counts, true);
        for (Parameter parameter : shard.parameters()) {
            float[] gradient = parameter.gradient().toArray();
            float[] values = parameter.value().toArray();
            for (int k = 0; k < values.length; k++) {
                float kept = values[k];
                float up = kept + STEP;
                float down = kept - STEP;
                values[k] = up;
                parameter.value().write(values);
                double higher = shard.loss(counts, true);
                values[k] = down;
                parameter.value().write(values);
                double lower = shard.loss(counts, true);
                values[k] = kept;
                parameter.value().write(values);
                double numeric = (higher - lower) / ((double) up - down);
                assertThat(Math.abs(gradient[k] - numeric) / Math.max(1, Math.abs(numeric)))
                        .as("%s[%d]: %s against %s", parameter.name(), k, gradient[k], numeric)
                        .isLessThan(TOLERANCE);
            }
        }
    }
}
