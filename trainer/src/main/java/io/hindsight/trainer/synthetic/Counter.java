package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** What only grows, and begins anew at a bound. */
final class Counter implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double mean = random.nextDouble(1, 10);
        double bound = mean * rowsPerDay * random.nextDouble(0.5, 3);
        double[] values = new double[rows];
        double state = random.nextDouble(bound);
        for (int t = 0; t < rows; t++) {
            values[t] = Math.floor(state);
            state += mean + 0.3 * mean * random.nextGaussian();
            state = state > bound ? 0 : Math.max(state, values[t]);
        }
        return values;
    }
}
