package io.hindsight.benchmarks.detect;

/**
 * NAB's baseline of this name: the probability of a value nearer to the mean of the last 1,000, if
 * they were normally distributed. It is 1 from some 8.3 deviations on, where double precision ends.
 * Of several channels the strangest.
 */
final class WindowedGaussian implements StreamDetector {
    private static final int ROWS = 1_000;

    /** NAB's square root of 2. */
    private static final double ROOT_OF_TWO = 1.4142;

    /** NAB's deviation of values that are all the same. */
    private static final double DEVIATION_OF_NONE = 1e-6;

    private final Window[] windows;

    WindowedGaussian(int channels) {
        windows = new Window[channels];
        for (int d = 0; d < channels; d++) {
            windows[d] = new Window();
        }
    }

    @Override
    public double score(long epochMillis, double[] values) {
        double most = 0;
        for (int d = 0; d < windows.length; d++) {
            if (!Double.isNaN(values[d])) {
                most = Math.max(most, windows[d].step(values[d]));
            }
        }
        return most;
    }

    /** The last values of a channel; their sums are made anew in each round, so no error grows. */
    private static final class Window {
        private final double[] last = new double[ROWS];
        private long seen;
        private double mean;
        private double squares;

        double step(double value) {
            int count = (int) Math.min(seen, ROWS);
            double deviation = Math.sqrt(Math.max(squares / Math.max(count, 1), 0));
            double z = Math.abs(value - mean) / (deviation == 0 ? DEVIATION_OF_NONE : deviation);
            learn(value);
            return count == 0 ? 0 : 1 - 0.5 * Erfc.of(z / ROOT_OF_TWO);
        }

        private void learn(double value) {
            int at = (int) (seen++ % ROWS);
            double before = mean;
            if (seen <= ROWS) {
                last[at] = value;
                mean += (value - mean) / seen;
                squares += (value - before) * (value - mean);
                return;
            }
            double dropped = last[at];
            last[at] = value;
            mean += (value - dropped) / ROWS;
            squares += (value - dropped) * (value - mean + dropped - before);
            if (at == ROWS - 1) {
                recompute();
            }
        }

        private void recompute() {
            double sum = 0;
            for (double value : last) {
                sum += value;
            }
            mean = sum / ROWS;
            squares = 0;
            for (double value : last) {
                squares += (value - mean) * (value - mean);
            }
        }
    }
}
