package io.hindsight.console.demo;

/** Sums of absolute errors on hidden cells, in z units. */
final class Errors {
    private long cells;
    private double atOnce;
    private double best;
    private double held;

    /**
     * Of one cell.
     *
     * @param atOnceError of the value that was imputed at once
     * @param bestError of the last word on it
     * @param heldError of the last value that was seen
     */
    void add(double atOnceError, double bestError, double heldError) {
        cells++;
        atOnce += atOnceError;
        best += bestError;
        held += heldError;
    }

    long cells() {
        return cells;
    }

    double mae() {
        return mean(atOnce);
    }

    double maeRevised() {
        return mean(best);
    }

    double maeHeld() {
        return mean(held);
    }

    private double mean(double sum) {
        return cells == 0 ? 0 : sum / cells;
    }
}
