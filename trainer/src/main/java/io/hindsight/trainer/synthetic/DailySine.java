package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** A sine with the period of a day, and a little noise. */
final class DailySine implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double phase = random.nextDouble(2 * Math.PI);
        double level = random.nextDouble(-5, 5);
        double noise = random.nextDouble(0.02, 0.2);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double angle = 2 * Math.PI * t / rowsPerDay + phase;
            values[t] = level + StrictMath.sin(angle) + noise * random.nextGaussian();
        }
        return values;
    }
}
