package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** How many came since the last row, of a day. */
final class PoissonDay implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double phase = random.nextDouble(2 * Math.PI);
        double mean = random.nextDouble(2, 20);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double angle = 2 * Math.PI * t / rowsPerDay + phase;
            values[t] = Draws.poisson(random, mean * (1 + 0.8 * StrictMath.sin(angle)));
        }
        return values;
    }
}
