package io.hindsight.trainer.detect.page;

/**
 * How finely a column is told. A drawing is a few hundred pixels high, and what no pixel shows need
 * not be in the file.
 */
enum Precision {
    /** What was measured: as it was written if it has few digits, else in 16,384 steps a block. */
    VALUE(16_384, 0, true),
    EXPECTED(4_096, 0, false),
    /** How far a band reaches: it is read from the drawing alone. */
    WIDTH(256, 0, false),
    /** Hundredths of a power of ten. */
    SCORE(65_535, 0.01, false);

    private final int levels;
    private final double leastStep;
    private final boolean asWritten;

    Precision(int levels, double leastStep, boolean asWritten) {
        this.levels = levels;
        this.leastStep = leastStep;
        this.asWritten = asWritten;
    }

    /** The most codes that a block has. */
    int levels() {
        return levels;
    }

    /** What is finer than this is not told. */
    double leastStep() {
        return leastStep;
    }

    /** Whether decimals of few digits are told without any error. */
    boolean asWritten() {
        return asWritten;
    }
}
