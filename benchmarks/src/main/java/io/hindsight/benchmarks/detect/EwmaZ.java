package io.hindsight.benchmarks.detect;

/**
 * How many deviations a value is from where the series has been: mean and variance with exponential
 * weights, plain means of what there is until then. Of several channels the strangest.
 */
final class EwmaZ implements StreamDetector {
    /** A reading's weight once there are many. */
    private static final double RATE = 0.01;

    /** Deviations are at least so large, beside what was seen. */
    private static final double LEAST = 1e-9;

    private final double[] mean;
    private final double[] variance;
    private final int[] seen;

    EwmaZ(int channels) {
        mean = new double[channels];
        variance = new double[channels];
        seen = new int[channels];
    }

    @Override
    public double score(long epochMillis, double[] values) {
        double most = 0;
        for (int d = 0; d < mean.length; d++) {
            if (!Double.isNaN(values[d])) {
                most = Math.max(most, step(d, values[d]));
            }
        }
        return most;
    }

    private double step(int d, double value) {
        double difference = value - mean[d];
        double deviation = Math.max(Math.sqrt(variance[d]), LEAST * (1 + Math.abs(mean[d])));
        double z = seen[d] < 2 ? 0 : Math.abs(difference) / deviation;
        double rate = Math.max(RATE, 1.0 / ++seen[d]);
        mean[d] += rate * difference;
        variance[d] = (1 - rate) * (variance[d] + rate * difference * difference);
        return z;
    }
}
