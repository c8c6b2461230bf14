package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Counts of events that draw others after them. */
final class Bursts implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double base = random.nextDouble(0.2, 2);
        double drawn = random.nextDouble(0.3, 0.7);
        double fading = random.nextDouble(0.5, 0.9);
        double[] values = new double[rows];
        double excited = 0;
        for (int t = 0; t < rows; t++) {
            values[t] = Draws.poisson(random, base + excited);
            excited = fading * excited + drawn * (1 - fading) * values[t];
        }
        return values;
    }
}
