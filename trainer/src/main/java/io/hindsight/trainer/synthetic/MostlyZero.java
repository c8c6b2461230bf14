package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Zero, but for single spikes of like heights. */
final class MostlyZero implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double height = random.nextDouble(1, 100);
        double chance = random.nextDouble(0.01, 0.06);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            boolean spike = random.nextDouble() < chance;
            values[t] = spike ? height * random.nextDouble(0.7, 1.3) : 0;
        }
        return values;
    }
}
