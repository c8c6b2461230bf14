package io.hindsight.trainer.train;

import io.hindsight.model.student.InputEncoder;
import io.hindsight.model.student.StudentSpec;
import java.util.SplittableRandom;

/**
 * One shard's windows as the nets see them. Cell (t, b, d) of step t, window b and channel d is at
 * {@code (t * windows + b) * channels + d}; the rows of inputs are laid out alike.
 *
 * <p>For teachers the same windows are also encoded backwards, held values and ages coming from the
 * future, and the line between both held values is kept as the base of their answer.
 */
public final class Batch {
    private final int steps;
    private final int windows;
    private final int channels;
    private final int inputSize;
    private final int priorSize;
    private final boolean bothWays;
    private final InputEncoder encoder;
    private final Hiding hiding;

    private final float[] truth;
    private final boolean[] hidden;
    private final boolean[] observed;
    private final float[] held;
    private final float[] heldBefore;
    private final float[] inputs;
    private final float[] priors;
    private final float[] backwardInputs;
    private final float[] base;

    private final boolean[] windowHidden;
    private final float[] reading;
    private final float[] nowHeld;
    private final float[] nowAge;
    private final float[] forwardAge;

    public Batch(StudentSpec spec, int steps, int windows, boolean bothWays) {
        this.steps = steps;
        this.windows = windows;
        this.channels = spec.channelCount();
        this.inputSize = spec.inputSize();
        this.priorSize = spec.priorSize();
        this.bothWays = bothWays;
        this.encoder = new InputEncoder(spec);
        this.hiding = new Hiding(steps, channels);
        int columns = steps * windows;
        int cells = columns * channels;
        this.truth = new float[cells];
        this.hidden = new boolean[cells];
        this.observed = new boolean[cells];
        this.held = new float[cells];
        this.heldBefore = new float[cells];
        this.inputs = new float[columns * inputSize];
        this.priors = new float[columns * priorSize];
        this.backwardInputs = new float[bothWays ? columns * inputSize : 0];
        this.base = new float[bothWays ? cells : 0];
        this.windowHidden = new boolean[steps * channels];
        this.reading = new float[channels];
        this.nowHeld = new float[channels];
        this.nowAge = new float[channels];
        this.forwardAge = new float[bothWays ? cells : 0];
    }

    /** Fills one window from a series, hiding cells of it by {@code random}. */
    void fill(int window, ZSeries series, int start, SplittableRandom random) {
        hiding.draw(random, windowHidden);
        forward(window, series, start);
        if (bothWays) {
            backward(window, series, start);
        }
    }

    private void forward(int window, ZSeries series, int start) {
        boolean[] seen = new boolean[channels];
        for (int d = 0; d < channels; d++) {
            int last = series.lastSeenBefore(start, d);
            seen[d] = last >= 0;
            nowHeld[d] = last < 0 ? 0 : series.z(last, d);
            nowAge[d] = start - 1 - Math.max(last, -1);
        }
        for (int t = 0; t < steps; t++) {
            int column = t * windows + window;
            int at = column * channels;
            long time = series.timeMillis(start + t);
            encoder.writePrior(nowHeld, nowAge, time, priors, column * priorSize);
            System.arraycopy(nowHeld, 0, heldBefore, at, channels);
            for (int d = 0; d < channels; d++) {
                float z = series.z(start + t, d);
                boolean known = !Float.isNaN(z);
                truth[at + d] = z;
                hidden[at + d] = known && windowHidden[t * channels + d];
                observed[at + d] = known && !windowHidden[t * channels + d];
                reading[d] = observed[at + d] ? z : Float.NaN;
                seen[d] |= observed[at + d];
            }
            encoder.observe(reading, nowHeld, nowAge, time, inputs, column * inputSize);
            System.arraycopy(nowHeld, 0, held, at, channels);
            if (bothWays) {
                for (int d = 0; d < channels; d++) {
                    forwardAge[at + d] = seen[d] ? nowAge[d] : Float.POSITIVE_INFINITY;
                }
            }
        }
    }

    private void backward(int window, ZSeries series, int start) {
        boolean[] seen = new boolean[channels];
        int end = start + steps;
        for (int d = 0; d < channels; d++) {
            int next = series.nextSeenFrom(end, d);
            seen[d] = next >= 0;
            nowHeld[d] = next < 0 ? 0 : series.z(next, d);
            nowAge[d] = next < 0 ? 0 : next - end;
        }
        for (int t = steps - 1; t >= 0; t--) {
            int column = t * windows + window;
            int at = column * channels;
            for (int d = 0; d < channels; d++) {
                reading[d] = observed[at + d] ? truth[at + d] : Float.NaN;
                seen[d] |= observed[at + d];
            }
            long time = series.timeMillis(start + t);
            encoder.observe(reading, nowHeld, nowAge, time, backwardInputs, column * inputSize);
            for (int d = 0; d < channels; d++) {
                base[at + d] =
                        between(
                                held[at + d],
                                forwardAge[at + d],
                                nowHeld[d],
                                seen[d] ? nowAge[d] : Float.POSITIVE_INFINITY);
            }
        }
    }

    /** The line between two held values at their ages; an infinite age has no value. */
    static float between(float before, float ageBefore, float after, float ageAfter) {
        if (Float.isInfinite(ageBefore)) {
            return Float.isInfinite(ageAfter) ? 0 : after;
        }
        if (Float.isInfinite(ageAfter) || ageBefore + ageAfter == 0) {
            return before;
        }
        return (before * ageAfter + after * ageBefore) / (ageBefore + ageAfter);
    }

    /** Takes whole features away from each window, and scales the others up to make good for it. */
    public void dropFeatures(SplittableRandom random, double rate) {
        drop(random, rate, inputs, inputSize);
        drop(random, rate, priors, priorSize);
        if (bothWays) {
            drop(random, rate, backwardInputs, inputSize);
        }
    }

    private void drop(SplittableRandom random, double rate, float[] rows, int size) {
        float[] factors = new float[windows * size];
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

    public Counts counts() {
        long hiddenCells = 0;
        long knownCells = 0;
        for (int k = 0; k < truth.length; k++) {
            hiddenCells += hidden[k] ? 1 : 0;
            knownCells += hidden[k] || observed[k] ? 1 : 0;
        }
        return new Counts(hiddenCells, knownCells);
    }

    int windows() {
        return windows;
    }

    public int channels() {
        return channels;
    }

    public int cells() {
        return truth.length;
    }

    boolean isHidden(int cell) {
        return hidden[cell];
    }

    boolean isObserved(int cell) {
        return observed[cell];
    }

    float truth(int cell) {
        return truth[cell];
    }

    /** Held value of each cell after its step: the base of an imputation. */
    public float[] held() {
        return held;
    }

    /** Held value of each cell before its step: the base of a prediction. */
    float[] heldBefore() {
        return heldBefore;
    }

    /** The line between the held values of both sides: the base of a teacher's answer. */
    public float[] base() {
        return base;
    }

    /** Rows with the reading, [steps * windows][I]. */
    public float[] inputs() {
        return inputs;
    }

    /** Rows before the reading, [steps * windows][2D + 2P]. */
    float[] priors() {
        return priors;
    }

    /** Rows with the reading as seen from the future, [steps * windows][I]. */
    public float[] backwardInputs() {
        return backwardInputs;
    }
}
