package io.hindsight.trainer.train;

import io.hindsight.trainer.nets.Parameter;
import io.hindsight.trainer.nets.Parameters;
import io.hindsight.trainer.optimise.AdamW;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a {@link Loop} knows at an epoch's end. Lanes begin anew at each epoch, so a loop that
 * goes on from here ends with the same bits as one that was never stopped. Nothing changes it.
 */
public final class LoopState {
    private final int epoch;
    private final List<String> names;
    private final List<float[]> weights;
    private final byte[] optimiser;
    private final List<float[]> bestWeights;
    private final double bestLoss;
    private final int bestEpoch;
    private final List<String> notes;
    private final boolean finished;

    /**
     * @param epoch epochs that are done
     * @param names of the parameters, in their order
     * @param weights of the parameters, each as its value lies in memory
     * @param optimiser what {@link AdamW#save} wrote
     * @param bestWeights those of the lowest validation loss so far, or of the start
     * @param bestLoss that loss, infinite while there is none
     * @param bestEpoch its epoch
     * @param notes sentences for the person who trains
     * @param finished whether there is nothing left to do but take the best weights
     */
    LoopState(
            int epoch,
            List<String> names,
            List<float[]> weights,
            byte[] optimiser,
            List<float[]> bestWeights,
            double bestLoss,
            int bestEpoch,
            List<String> notes,
            boolean finished) {
        this.epoch = epoch;
        this.names = List.copyOf(names);
        this.weights = List.copyOf(weights);
        this.optimiser = optimiser;
        this.bestWeights = List.copyOf(bestWeights);
        this.bestLoss = bestLoss;
        this.bestEpoch = bestEpoch;
        this.notes = List.copyOf(notes);
        this.finished = finished;
    }

    /** The state of a loop that has these parameters and this optimiser now. */
    static LoopState of(
            Parameters parameters,
            AdamW optimiser,
            EarlyStopping<List<float[]>> stopping,
            List<String> notes,
            boolean finished) {
        return new LoopState(
                stopping.epochs(),
                names(parameters),
                parameters.copyValues(),
                saved(optimiser),
                stopping.bestWeights(),
                stopping.bestLoss(),
                stopping.bestEpoch(),
                notes,
                finished);
    }

    /** The same, with nothing left to do, for the reason that the sentence tells. */
    LoopState finishedFor(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new LoopState(
                epoch, names, weights, optimiser, bestWeights, bestLoss, bestEpoch, more, true);
    }

    /**
     * Sets the parameters and the optimiser to what they were.
     *
     * @throws CheckpointException if this is the state of other parameters
     */
    void restore(Parameters parameters, AdamW into) {
        List<String> expected = names(parameters);
        List<Integer> sizes = parameters.stream().map(p -> p.value().size()).toList();
        if (!names.equals(expected)
                || !sizes(weights).equals(sizes)
                || !sizes(bestWeights).equals(sizes)) {
            throw new CheckpointException(
                    "the state is of other parameters: names=%s, sizes=%s; expected names=%s, sizes=%s"
                            .formatted(names, sizes(weights), expected, sizes));
        }
        try {
            into.restore(new DataInputStream(new ByteArrayInputStream(optimiser)));
        } catch (IOException e) {
            throw new CheckpointException(
                    "the state has no usable optimiser: " + e.getMessage(), e);
        }
        parameters.restoreValues(weights);
    }

    private static List<Integer> sizes(List<float[]> values) {
        return values.stream().map(value -> value.length).toList();
    }

    EarlyStopping<List<float[]>> stopping(int patience) {
        return new EarlyStopping<>(patience, bestWeights, bestLoss, bestEpoch, epoch);
    }

    /** Epochs that are done. */
    public int epoch() {
        return epoch;
    }

    public boolean isFinished() {
        return finished;
    }

    public List<String> notes() {
        return notes;
    }

    public int bestEpoch() {
        return bestEpoch;
    }

    public double bestLoss() {
        return bestLoss;
    }

    /** What the training came to, if it ends here. */
    public Loop.Outcome outcome() {
        return new Loop.Outcome(epoch, bestEpoch, bestLoss, notes);
    }

    List<String> names() {
        return names;
    }

    List<float[]> weights() {
        return weights;
    }

    byte[] optimiser() {
        return optimiser;
    }

    List<float[]> bestWeights() {
        return bestWeights;
    }

    private static List<String> names(Parameters parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private static byte[] saved(AdamW optimiser) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            optimiser.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
