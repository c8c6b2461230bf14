package io.hindsight.benchmarks;

import java.util.Arrays;
import java.util.Random;

/** How much of its slots a sensor is seen in. */
public enum Slots {
    /** All of it. */
    SEEN(0),

    /** A tenth of the values are holes. */
    HOLES(0.1),

    /** Nothing. */
    SILENT(1);

    private final double missing;

    Slots(double missing) {
        this.missing = missing;
    }

    /** Seeded readings [slots][channels], standard normal; NaN is a hole. */
    double[][] readings(int slots, int channels) {
        Random random = new Random(3);
        double[][] readings = new double[slots][channels];
        for (double[] values : readings) {
            Arrays.setAll(
                    values,
                    d -> random.nextDouble() < missing ? Double.NaN : random.nextGaussian());
        }
        return readings;
    }
}
