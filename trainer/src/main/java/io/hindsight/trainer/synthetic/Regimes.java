package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** A few levels under noise; one holds for half a day to two, then comes another. */
final class Regimes implements SyntheticSource {
    private static final int LEVELS = 4;

    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double[] levels = random.doubles(LEVELS, 0, 10).toArray();
        double noise = random.nextDouble(0.05, 0.3);
        double[] values = new double[rows];
        double level = levels[0];
        int left = 0;
        for (int t = 0; t < rows; t++) {
            if (left-- <= 0) {
                level = levels[random.nextInt(LEVELS)];
                left = (int) (rowsPerDay * random.nextDouble(0.5, 2));
            }
            values[t] = level + noise * random.nextGaussian();
        }
        return values;
    }
}
