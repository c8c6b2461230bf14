package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** A hump a day, which is low on two days of seven. */
final class WorkingWeek implements SyntheticSource {
    private static final int DAYS = 7;
    private static final int WORKING_DAYS = 5;

    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        int phase = random.nextInt(DAYS);
        double weekend = random.nextDouble(0.1, 0.6);
        double noise = random.nextDouble(0.02, 0.1);
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            double day = t / rowsPerDay;
            boolean free = ((int) day + phase) % DAYS >= WORKING_DAYS;
            double hump = 1 - StrictMath.cos(2 * Math.PI * day);
            values[t] = 1 + hump * (free ? weekend : 1) + noise * random.nextGaussian();
        }
        return values;
    }
}
