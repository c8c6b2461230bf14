package io.hindsight.trainer.train;

/** Hears how a training goes. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = epoch -> {};

    void epochDone(Epoch epoch);

    /**
     * One epoch's end.
     *
     * @param network whose training this is: teacher or student
     * @param number from 1
     * @param epochs how many there will be at most
     * @param trainLoss mean loss of the epoch's batches
     * @param validationLoss loss on the fixed validation windows
     * @param bestValidationLoss the lowest so far
     */
    record Epoch(
            String network,
            int number,
            int epochs,
            double trainLoss,
            double validationLoss,
            double bestValidationLoss) {}
}
