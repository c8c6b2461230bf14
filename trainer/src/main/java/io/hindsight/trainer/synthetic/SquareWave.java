package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Two levels that take turns, once a day, and a little noise. */
final class SquareWave implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double phase = random.nextDouble();
        double duty = random.nextDouble(0.2, 0.8);
        double high = random.nextDouble(1, 10);
        double noise = random.nextDouble(0.01, 0.1);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double day = t / rowsPerDay + phase;
            boolean on = day - Math.floor(day) < duty;
            values[t] = high * ((on ? 1 : 0) + noise * random.nextGaussian());
        }
        return values;
    }
}
