package io.hindsight.trainer.synthetic;

import java.util.SplittableRandom;

/** Numbers drawn from distributions that the JDK has not. */
final class Draws {
    /** From here on a Poisson's count is drawn as a normal one's. */
    private static final double MANY = 50;

    private Draws() {}

    /** A count whose mean is given; 0 if that is not positive. Knuth's way, by products. */
    static double poisson(SplittableRandom random, double mean) {
        if (mean > MANY) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double bound = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > bound && mean > 0) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    static double studentT(SplittableRandom random, int degreesOfFreedom) {
        double normal = random.nextGaussian();
        double squares = 0;
        for (int k = 0; k < degreesOfFreedom; k++) {
            double one = random.nextGaussian();
            squares += one * one;
        }
        return normal / Math.sqrt(squares / degreesOfFreedom);
    }
}
