package io.hindsight.trainer.train;

import io.hindsight.model.revise.BackwardPass;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Some steps of several lanes as the nets see them. Cell (t, b, d) of step t, lane b and answered
 * channel d is at {@code (t * lanes + b) * D + d}; the rows of inputs are laid out alike.
 */
public final class Batch {
    final int steps;
    final int lanes;
    final int channels;
    final int inputSize;
    final int priorSize;

    /** Rows with the values, [steps * lanes][I]. */
    final float[] inputs;

    /** Rows before the values, [steps * lanes][4N + 2P]. */
    final float[] priors;

    /** The anchor's answer after a slot was seen, and its scale. */
    final float[] mean;

    final float[] scale;

    /** The anchor's answer before a slot was seen, and its scale. */
    final float[] priorMean;

    final float[] priorScale;

    /** The value, NaN where there is none. */
    final float[] truth;

    /** Whether a value was there and hidden. */
    final boolean[] hidden;

    /** Whether a lane begins anew with this batch. */
    final boolean[] restarts;

    /** Rows of the look back from the batch's end, [steps * lanes][8N + 2P]; none if not asked. */
    final float[] backRows;

    /** What both filters say together, and its scale; none if not asked. */
    final float[] backMean;

    final float[] backScale;

    /** The student's normed hidden state after each slot, [steps * lanes][H]; none if not asked. */
    final float[] states;

    /** What a teacher believes of each cell, in z units; none without a teacher. */
    final float[] beliefMean;

    final float[] beliefScale;

    /** A teacher's normed backward states, [steps * lanes][G]; none without a teacher. */
    final float[] signals;

    final int backRowSize;
    final int stateSize;
    final int signalSize;

    /** A batch that is only looked at from the past. */
    public static Batch causal(StudentSpec spec, int steps, int lanes) {
        return new Batch(spec, steps, lanes, false, false, 0);
    }

    /**
     * A batch with the look back from its end.
     *
     * @param states whether it holds the student's states too
     */
    public static Batch bothWays(StudentSpec spec, int steps, int lanes, boolean states) {
        return new Batch(spec, steps, lanes, true, states, 0);
    }

    /**
     * A batch with the look back from its end, and room for what a teacher makes of it.
     *
     * @param signalSize G, units of the teacher's backward layer
     */
    public static Batch taught(StudentSpec spec, int steps, int lanes, int signalSize) {
        return new Batch(spec, steps, lanes, true, false, signalSize);
    }

    private Batch(
            StudentSpec spec,
            int steps,
            int lanes,
            boolean bothWays,
            boolean states,
            int signalSize) {
        this.steps = steps;
        this.lanes = lanes;
        this.channels = spec.answeredCount();
        this.inputSize = spec.inputSize();
        this.priorSize = spec.priorSize();
        int cells = steps * lanes * channels;
        this.inputs = new float[steps * lanes * inputSize];
        this.priors = new float[steps * lanes * priorSize];
        this.mean = new float[cells];
        this.scale = new float[cells];
        this.priorMean = new float[cells];
        this.priorScale = new float[cells];
        this.truth = new float[cells];
        this.hidden = new boolean[cells];
        this.restarts = new boolean[lanes];
        this.backRowSize = bothWays ? BackwardPass.rowSize(spec) : 0;
        this.stateSize = states ? spec.hiddenSize() : 0;
        this.backRows = new float[steps * lanes * backRowSize];
        this.backMean = new float[bothWays ? cells : 0];
        this.backScale = new float[backMean.length];
        this.states = new float[steps * lanes * stateSize];
        this.signalSize = signalSize;
        this.beliefMean = new float[signalSize > 0 ? cells : 0];
        this.beliefScale = new float[beliefMean.length];
        this.signals = new float[steps * lanes * signalSize];
        Arrays.fill(truth, Float.NaN);
    }

    /** Takes whole input features away from each lane, the same for all steps of the batch. */
    public void dropFeatures(SplittableRandom random, double rate) {
        if (rate > 0) {
            drop(random, rate, inputs, inputSize);
            drop(random, rate, priors, priorSize);
            drop(random, rate, backRows, backRowSize);
            drop(random, rate, states, stateSize);
        }
    }

    private void drop(SplittableRandom random, double rate, float[] rows, int size) {
        float[] factors = new float[lanes * size];
        float kept = (float) (1 / (1 - rate));
        for (int k = 0; k < factors.length; k++) {
            factors[k] = random.nextDouble() < rate ? 0 : kept;
        }
        for (int t = 0; t < steps; t++) {
            int offset = t * factors.length;
            for (int k = 0; k < factors.length; k++) {
                rows[offset + k] *= factors[k];
            }
        }
    }

    boolean looksBack() {
        return backRowSize > 0;
    }

    Counts counts() {
        long hiddenCells = 0;
        long knownCells = 0;
        for (int k = 0; k < truth.length; k++) {
            hiddenCells += hidden[k] ? 1 : 0;
            knownCells += Float.isNaN(truth[k]) ? 0 : 1;
        }
        return new Counts(hiddenCells, knownCells);
    }
}
