package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Noise that remembers and a day, in steps of a coarse instrument. */
final class Quantised implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double phase = random.nextDouble(2 * Math.PI);
        double step = random.nextDouble(0.2, 1);
        double memory = random.nextDouble(0.5, 0.95);
        double[] values = new double[rows];
        double state = 0;
        for (int t = 0; t < rows; t++) {
            double day = StrictMath.sin(2 * Math.PI * t / rowsPerDay + phase);
            values[t] = step * Math.rint((20 + day + state) / step);
            state = memory * state + 0.3 * random.nextGaussian();
        }
        return values;
    }
}
