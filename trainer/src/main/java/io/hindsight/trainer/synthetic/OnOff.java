package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Nothing but 0 and 1, of which each holds for a while. */
final class OnOff implements SyntheticSource {
    @Override
    public double[] values(int rows, double rowsPerDay, SplittableRandom random) {

        double on = random.nextDouble(0.1, 0.5) * rowsPerDay;
        double off = random.nextDouble(0.1, 0.5) * rowsPerDay;
        double[] values = new double[rows];
        boolean state = random.nextBoolean();
        for (int t = 0; t < rows; t++) {
            values[t] = state ? 1 : 0;
            boolean change = random.nextDouble() < 1 / Math.max(state ? on : off, 2);
            state ^= change;
        }
        return values;
    }
}
