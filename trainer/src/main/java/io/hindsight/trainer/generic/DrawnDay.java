package io.hindsight.trainer.generic;

import java.util.SplittableRandom;

/**
 * A day whose shape is drawn from four harmonics, with free days of its own, a size that changes
 * from day to day, and noise that remembers.
 */
final class DrawnDay {
    private static final int HARMONICS = 4;
    private static final int DAYS = 7;

    private final double rowsPerDay;
    private final double[] sines = new double[HARMONICS];
    private final double[] cosines = new double[HARMONICS];
    private final double free;
    private final double restless;
    private final double noise;
    private final double memory;

    DrawnDay(double rowsPerDay, SplittableRandom random) {
        this.rowsPerDay = rowsPerDay;
        for (int k = 0; k < HARMONICS; k++) {
            sines[k] = random.nextGaussian() / (k + 1);
            cosines[k] = random.nextGaussian() / (k + 1);
        }
        free = random.nextDouble() < 0.5 ? random.nextDouble(0.2, 1) : 1;
        restless = random.nextDouble(0, 0.3);
        noise = StrictMath.pow(10, random.nextDouble(-1.3, 0.2));
        memory = random.nextDouble(0, 0.98);
    }

    double[] values(int rows, SplittableRandom random) {
        double[] values = new double[rows];
        double fresh = noise * Math.sqrt(1 - memory * memory);
        double left = 0;
        double size = 1;
        int day = -1;
        for (int t = 0; t < rows; t++) {
            if ((int) (t / rowsPerDay) != day) {
                day = (int) (t / rowsPerDay);
                size = (day % DAYS < 5 ? 1 : free) * (1 + restless * random.nextGaussian());
            }
            left = memory * left + fresh * random.nextGaussian();
            values[t] = size * shape(2 * Math.PI * t / rowsPerDay) + left;
        }
        return values;
    }

    private double shape(double angle) {
        double sum = 0;
        for (int k = 0; k < HARMONICS; k++) {
            sum += sines[k] * StrictMath.sin((k + 1) * angle);
            sum += cosines[k] * StrictMath.cos((k + 1) * angle);
        }
        return sum;
    }
}
