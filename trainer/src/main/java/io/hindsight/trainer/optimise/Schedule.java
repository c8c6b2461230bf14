package io.hindsight.trainer.optimise;

/**
 * The learning rate of each update, counted from 0. Beyond its last update a schedule keeps its
 * last rate.
 */
@FunctionalInterface
public interface Schedule {
    double rate(int update);

    static Schedule constant(double rate) {
        return update -> rate;
    }

    /**
     * Rises along a cosine from a 25th of the peak over the first 15 % of the updates and falls
     * along a cosine to a ten-thousandth of it (Smith 2018).
     */
    static Schedule oneCycle(double peak, int updates) {
        double top = Math.max(1, 0.15 * updates);
        return update ->
                update < top
                        ? cosine(peak / 25, peak, update / top)
                        : cosine(peak, 1e-4 * peak, (update - top) / Math.max(1, updates - top));
    }

    /** The first rate times {@code factor} once for every {@code every} updates that are done. */
    static Schedule stepwise(double first, double factor, int every) {
        return update -> first * Math.pow(factor, Math.floorDiv(update, every));
    }

    /**
     * Rises in a line over the first {@code warmUp} updates, the last of which has the peak, and
     * falls along a cosine to {@code last} at the end of all {@code updates}.
     */
    static Schedule cosine(double peak, double last, int warmUp, int updates) {
        return update ->
                update < warmUp
                        ? peak * (update + 1) / warmUp
                        : cosine(
                                peak,
                                last,
                                (double) (update - warmUp) / Math.max(1, updates - warmUp));
    }

    private static double cosine(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
    }
}
