package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** What people ask of a server: of a day, its noise grows with its level (lognormal). */
final class Traffic implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double phase = random.nextDouble(2 * Math.PI);
        double level = random.nextDouble(2, 8);
        double swing = random.nextDouble(0.3, 1);
        double noise = random.nextDouble(0.05, 0.2);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double angle = 2 * Math.PI * t / rowsPerDay + phase;
            double log = level + swing * StrictMath.sin(angle) + noise * random.nextGaussian();
            values[t] = StrictMath.exp(log);
        }
        return values;
    }
}
