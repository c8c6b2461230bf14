package io.hindsight.trainer.synthetic;

/**
 * What a series is like just before a row; holes are passed over.
 *
 * @param deviation of values from their mean; never 0
 * @param noise deviation of a value from the mean of its neighbours; never 0
 */
record LocalScale(double least, double deviation, double noise) {
    private static final int ROWS = 500;

    /** What deviates less than so, beside its size, does not. */
    private static final double NOTHING = 1e-7;

    /** The deviation of what does not deviate, beside its size; of zeros this. */
    private static final double LEAST_SHARE = 0.01;

    /** Of white noise, a value less its neighbours' mean has so many times its deviation. */
    private static final double OF_DIFFERENCE = Math.sqrt(1.5);

    static LocalScale before(double[] values, int end) {
        int begin = Math.max(0, end - ROWS);
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        for (int t = begin; t < end; t++) {
            if (!Double.isNaN(values[t])) {
                sum += values[t];
                squares += values[t] * values[t];
                least = Math.min(least, values[t]);
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.max(0, squares / count - mean * mean);
        double size = mean == 0 ? 1 : Math.abs(mean);
        double deviation = atLeast(Math.sqrt(variance), size);
        double noise = atLeast(noise(values, begin, end), deviation);
        return new LocalScale(count == 0 ? 0 : least, deviation, noise);
    }

    private static double atLeast(double deviation, double size) {
        return deviation > NOTHING * size ? deviation : LEAST_SHARE * size;
    }

    private static double noise(double[] values, int begin, int end) {
        double squares = 0;
        int count = 0;
        for (int t = begin + 1; t < end - 1; t++) {
            double difference = values[t] - (values[t - 1] + values[t + 1]) / 2;
            if (!Double.isNaN(difference)) {
                squares += difference * difference;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count) / OF_DIFFERENCE;
    }
}
