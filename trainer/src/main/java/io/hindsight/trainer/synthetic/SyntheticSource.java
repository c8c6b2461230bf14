package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Makes series of one nature. It draws what tells one series from another. */
interface SyntheticSource {
    /**
     * @param random all of the series' chance comes from it
     */
    double[] values(int rows, double rowsPerDay, SplittableRandom random);
}
