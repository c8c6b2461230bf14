package io.hindsight.trainer.judge;

/** Gathers the scores of cells. */
final class SpreadSums {
    private final long[] inside = new long[SpreadScore.INTERVALS.length];
    private long count;
    private double width90;
    private double crps;

    void add(SpreadScore score) {
        for (int i = 0; i < inside.length; i++) {
            inside[i] += score.isInside(i) ? 1 : 0;
        }
        count++;
        width90 += score.width90();
        crps += score.crps();
    }

    /** Null if nothing was added. */
    SpreadFigures figures() {
        double n = count;
        return count == 0
                ? null
                : new SpreadFigures(
                        inside[0] / n,
                        inside[1] / n,
                        inside[2] / n,
                        inside[3] / n,
                        width90 / n,
                        crps / n);
    }
}
