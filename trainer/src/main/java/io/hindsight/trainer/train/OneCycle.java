package io.hindsight.trainer.train;

/**
 * A learning rate that rises along a cosine to its peak over the first 15 % of the updates and
 * falls along a cosine to almost nothing (Smith 2018).
 */
record OneCycle(double peak, int updates) {
    private static final double WARM_UP = 0.15;
    private static final double START = 1.0 / 25;
    private static final double END = 1e-4;

    double rate(int update) {
        double top = Math.max(1, WARM_UP * updates);
        return update < top
                ? peak * blend(START, 1, update / top)
                : peak * blend(1, END, (update - top) / Math.max(1, updates - top));
    }

    private static double blend(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, share))) / 2;
    }
}
