package io.hindsight.trainer.train;

/** Hears how a training goes, from several threads if networks are trained at once. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = epoch -> {};

    /**
     * A network's training begins or goes on.
     *
     * @param epochsBefore that are done already
     * @param epochs how many there will be at most
     */
    default void begins(String network, int epochsBefore, int epochs) {}

    void epochDone(Epoch epoch);

    /** Tells another one as well, after this one. */
    default Progress and(Progress other) {
        Progress first = this;
        return new Progress() {
            @Override
            public void begins(String network, int epochsBefore, int epochs) {
                first.begins(network, epochsBefore, epochs);
                other.begins(network, epochsBefore, epochs);
            }

            @Override
            public void epochDone(Epoch epoch) {
                first.epochDone(epoch);
                other.epochDone(epoch);
            }
        };
    }

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
