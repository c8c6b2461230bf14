package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Noise of which far values are nothing strange (Student's t). */
final class HeavyTails implements SyntheticSource {
    private static final int DEGREES_OF_FREEDOM = 3;

    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double scale = random.nextDouble(0.5, 5);
        double level = random.nextDouble(-10, 10);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            values[t] = level + scale * Draws.studentT(random, DEGREES_OF_FREEDOM);
        }
        return values;
    }
}
