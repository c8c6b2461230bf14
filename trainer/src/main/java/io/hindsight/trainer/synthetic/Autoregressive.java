package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Noise that remembers: each value is a part of the one before, and news. */
final class Autoregressive implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double memory = random.nextDouble(0.3, 0.98);
        double level = random.nextDouble(-20, 20);
        double news = Math.sqrt(1 - memory * memory);
        double[] values = new double[rows];
        double state = random.nextGaussian();
        for (int t = 0; t < rows; t++) {
            values[t] = level + state;
            state = memory * state + news * random.nextGaussian();
        }
        return values;
    }
}
