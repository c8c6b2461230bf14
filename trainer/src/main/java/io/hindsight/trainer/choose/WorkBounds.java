package io.hindsight.trainer.choose;

import io.hindsight.model.anchor.FilterForm;

/**
 * What a choice may cost. Work is counted in operations, not in time, so that the choice is the
 * same on any machine and any number of threads.
 *
 * @param channels of the anchor
 */
record WorkBounds(int channels) {
    private static final int MOST_CHANNELS_IN_FULL = 24;
    private static final int MOST_CHANNELS_IN_ORDER = 40;

    /** Multiplications of a round on the data to choose on. */
    private static final double SAMPLE_WORK = 0.8e9;

    /** Multiplications of all rounds of the last fit. */
    private static final double LAST_FIT_WORK = 50e9;

    /** Multiplications of a candidate's way through the validation part. */
    private static final double SCORE_WORK = 0.3e9;

    private static final int LEAST_SAMPLE = 1_000;

    /** As many as a fit without holes takes. */
    private static final int LEAST_ROUNDS = 2;

    /** All of the covariance, unless there are too many channels for it. */
    FilterForm form() {
        return channels > MOST_CHANNELS_IN_FULL ? FilterForm.CHEAP : FilterForm.FULL;
    }

    /** The wanted order, or the first where there are too many channels for more. */
    int order(int wanted) {
        return channels > MOST_CHANNELS_IN_ORDER ? 1 : wanted;
    }

    /** Slots of each of so many series that candidates of this order are fitted to. */
    int slotsToChooseOn(int order, int series) {
        return (int) Math.max(LEAST_SAMPLE, SAMPLE_WORK / workOfSlot(order + 1) / series);
    }

    /** About how many slots to filter for a candidate's score. */
    long slotsToScore(int order) {
        return (long) (SCORE_WORK / workOfSlot(order));
    }

    /** Most rounds of a fit to all of the data, of so many slots. */
    int roundsOfLastFit(int order, long slots) {
        double work = (double) slots * workOfSlot(order + 1);
        return (int) Math.max(LEAST_ROUNDS, LAST_FIT_WORK / work);
    }

    /**
     * Multiplications of a filter with all of its covariance, in a slot without holes.
     *
     * @param remembered slots in its state: a fit has the slot itself beside those that it
     *     regresses on
     */
    private double workOfSlot(int remembered) {
        double n = remembered * (double) channels;
        return 2.5 * channels * n * n;
    }
}
