package io.hindsight.trainer.judge;

/** One method's errors on one group of cells, in z units. */
final class GroupTally {
    private final ErrorSums errors = new ErrorSums(1);
    private final SpreadSums spreads = new SpreadSums();

    void add(double estimate, double truth) {
        errors.add(estimate, truth);
    }

    void add(SpreadScore score) {
        spreads.add(score);
    }

    Figures figures() {
        return errors.figures().with(spreads.figures());
    }
}
