package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** A straight line under noise. */
final class TrendAndNoise implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double noiseOfDay = random.nextDouble(0.5, 2);
        double slope = random.nextDouble(-0.3, 0.3) / rowsPerDay;
        double level = random.nextDouble(-50, 50);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            values[t] = level + slope * t + noiseOfDay * random.nextGaussian();
        }
        return values;
    }
}
