package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** The sum of noise: it is wherever it has got to, and a little is measured wrongly. */
final class RandomWalk implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double noise = random.nextDouble(0, 0.5);
        double[] values = new double[rows];
        double state = random.nextDouble(-100, 100);
        for (int t = 0; t < rows; t++) {
            values[t] = state + noise * random.nextGaussian();
            state += random.nextGaussian();
        }
        return values;
    }
}
