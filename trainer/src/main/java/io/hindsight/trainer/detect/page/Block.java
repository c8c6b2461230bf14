package io.hindsight.trainer.detect.page;

/**
 * Some rows of a column as whole numbers of 16 bits, by a scale of their own, so that one outlier
 * coarsens its neighbours alone. The order of values is kept, so an extreme stays one.
 */
final class Block {
    static final int ROWS = 512;
    static final int HOLE = 0xFFFF;
    private static final int MOST = 0xFFFE;
    private static final double[] TENTHS = {1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6};

    /** How far from a decimal, in its last digit, a value may be and still be that decimal. */
    private static final double SAME = 1e-3;

    private final double[] values = new double[ROWS];
    private final int[] codes = new int[ROWS];
    private int rows;
    private double offset;
    private double step;

    void clear() {
        rows = 0;
    }

    boolean isFull() {
        return rows == ROWS;
    }

    void add(double value) {
        values[rows++] = value;
    }

    /** Turns the rows into codes. */
    void quantise(Precision precision) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < rows; k++) {
            if (Double.isFinite(values[k])) {
                low = Math.min(low, values[k]);
                high = Math.max(high, values[k]);
            }
        }
        offset = low <= high ? low : 0;
        step = low < high ? step(precision, low, high) : 1;
        for (int k = 0; k < rows; k++) {
            codes[k] = Double.isFinite(values[k]) ? code(values[k]) : HOLE;
        }
    }

    /** Halves, since the ends of double's range may lie in one block. */
    private int code(double value) {
        return (int) Math.min(MOST, Math.rint((value / 2 - offset / 2) / (step / 2)));
    }

    private double step(Precision precision, double low, double high) {
        if (precision.asWritten()) {
            for (double decimal : TENTHS) {
                if ((high - low) / decimal <= MOST && areMultiples(decimal)) {
                    return decimal;
                }
            }
        }
        double even = 2 * ((high / 2 - low / 2) / (precision.levels() - 1));
        return Math.max(Math.max(even, precision.leastStep()), Double.MIN_NORMAL);
    }

    private boolean areMultiples(double decimal) {
        for (int k = 0; k < rows; k++) {
            double steps = values[k] / decimal;
            if (Double.isFinite(values[k]) && !(Math.abs(steps - Math.rint(steps)) < SAME)) {
                return false;
            }
        }
        return true;
    }

    int rows() {
        return rows;
    }

    int code(int row) {
        return codes[row];
    }

    double offset() {
        return offset;
    }

    double step() {
        return step;
    }
}
