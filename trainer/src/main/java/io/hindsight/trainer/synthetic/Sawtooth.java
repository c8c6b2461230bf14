package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** What fills up and is emptied, in a quarter of a day to a day. */
final class Sawtooth implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double period = rowsPerDay * random.nextDouble(0.25, 1);
        double phase = random.nextDouble();
        double level = random.nextDouble(-2, 2);
        double noise = random.nextDouble(0.01, 0.1);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double cycle = t / period + phase;
            values[t] = level + cycle - Math.floor(cycle) + noise * random.nextGaussian();
        }
        return values;
    }
}
