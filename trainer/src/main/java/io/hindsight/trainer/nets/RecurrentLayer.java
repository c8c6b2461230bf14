package io.hindsight.trainer.nets;

/**
 * One recurrent layer over whole windows, forwards or backwards in time, from zero states or from
 * those that a caller carries over ({@link #start}, {@link #end}): a long series is then learned
 * window by window with backpropagation cut at the windows' borders.
 *
 * <p>Input X is [inputSize, steps * batch]. The states are kept as [hidden, (steps + 1) * batch]
 * with the start's block before the first step (behind the last one for a layer that runs
 * backwards), so that {@link #before} and {@link #after} are views of the same memory, one block
 * apart. A caller adds what reaches the states from outside to {@link #beforeGradient} and {@link
 * #afterGradient} between {@link #forward} and {@link #backward}.
 *
 * <p>Of the gates one step's [gates * hidden, batch] is kept outside the heap at a time, also on
 * the way back, where each step adds its part to the weights' gradients while it lies in the cache.
 */
public abstract class RecurrentLayer implements AutoCloseable {
    protected final int steps;
    protected final int batch;
    protected final int hidden;
    protected final boolean reverse;
    protected final Parameter inputWeight;
    protected final Parameter hiddenWeight;
    protected final Parameter inputBias;
    protected final Parameter hiddenBias;
    protected final Matrix[] stateBlocks;
    protected final Matrix[] gradientBlocks;
    protected boolean started;
    private final Matrix states;
    private final Matrix stateGradients;
    private final Matrix[] halves;

    protected RecurrentLayer(
            Parameters parameters, String suffix, int steps, int batch, boolean reverse) {
        this.inputWeight = parameters.get("weight_ih_l0" + suffix);
        this.hiddenWeight = parameters.get("weight_hh_l0" + suffix);
        this.inputBias = parameters.get("bias_ih_l0" + suffix);
        this.hiddenBias = parameters.get("bias_hh_l0" + suffix);
        this.steps = steps;
        this.batch = batch;
        this.hidden = hiddenWeight.value().columns();
        this.reverse = reverse;
        this.states = new Matrix(hidden, (steps + 1) * batch);
        this.stateGradients = new Matrix(hidden, (steps + 1) * batch);
        this.stateBlocks = blocks(states, steps + 1, batch);
        this.gradientBlocks = blocks(stateGradients, steps + 1, batch);
        int columns = steps * batch;
        Matrix early = states.columns(0, columns);
        Matrix late = states.columns(batch, columns + batch);
        Matrix earlyGradient = stateGradients.columns(0, columns);
        Matrix lateGradient = stateGradients.columns(batch, columns + batch);
        this.halves =
                reverse
                        ? new Matrix[] {late, early, lateGradient, earlyGradient}
                        : new Matrix[] {early, late, earlyGradient, lateGradient};
    }

    protected static Matrix[] blocks(Matrix matrix, int count, int width) {
        Matrix[] views = new Matrix[count];
        for (int k = 0; k < count; k++) {
            views[k] = matrix.columns(k * width, (k + 1) * width);
        }
        return views;
    }

    /**
     * Makes forward passes begin with these states instead of zeros, until the next call of this or
     * {@link #clearStart}. No gradient flows back into them.
     *
     * @param h [batch][hidden]
     * @param c [batch][hidden] for an LSTM; a GRU doesn't read it
     */
    public final void start(float[] h, float[] c) {
        stateBlocks[blockBefore(step(0))].write(sized("h", h));
        startCells(c);
        started = true;
    }

    /** Makes forward passes begin with zeros again. */
    public final void clearStart() {
        stateBlocks[blockBefore(step(0))].fill(0);
        startCells(new float[hidden * batch]);
        started = false;
    }

    /**
     * Copies out the states after the last step of the last forward pass, which is the first one in
     * time for a layer that runs backwards.
     *
     * @param h [batch][hidden]
     * @param c [batch][hidden] for an LSTM; a GRU doesn't write it
     */
    public final void end(float[] h, float[] c) {
        stateBlocks[blockAfter(step(steps - 1))].read(sized("h", h));
        endCells(c);
    }

    /** Copies what else than h a step begins with. */
    protected abstract void startCells(float[] c);

    /** Copies out what else than h the last step left. */
    protected abstract void endCells(float[] c);

    protected final float[] sized(String name, float[] state) {
        if (state.length != hidden * batch) {
            throw new IllegalArgumentException(
                    "%s must hold hidden * batch values: %d * %d, has=%d"
                            .formatted(name, hidden, batch, state.length));
        }
        return state;
    }

    /** One step's columns. */
    protected final Matrix block(Matrix matrix, int step) {
        return matrix.columns(step * batch, (step + 1) * batch);
    }

    /** Computes the states of all steps. */
    public abstract void forward(Matrix input);

    /**
     * Sets the parameters' gradients, from the states' gradients, which it overwrites.
     *
     * @param inputGradient where the gradient of the input goes, or null
     */
    public abstract void backward(Matrix input, Matrix inputGradient);

    /** All states, [hidden, (steps + 1) * batch], in the order of time. */
    final Matrix states() {
        return states;
    }

    final Matrix stateGradients() {
        return stateGradients;
    }

    /**
     * Adds one step's part to the weights' gradients and to the gradient of the state before it,
     * and sets the gradient of its input.
     *
     * @param ofInput the gradient of W x + b_ih, [gates * hidden, batch]
     * @param ofHidden the gradient of U h + b_hh, [gates * hidden, batch]
     */
    protected final void learn(
            int order, Matrix ofInput, Matrix ofHidden, Matrix input, Matrix inputGradient) {
        int t = step(order);
        float kept = order == steps - 1 ? 0 : 1;
        Matrix before = stateBlocks[blockBefore(t)];
        Matrix.multiply(ofHidden, false, before, true, kept, hiddenWeight.gradient());
        Matrix.multiply(ofInput, false, block(input, t), true, kept, inputWeight.gradient());
        if (order > 0) {
            Matrix gradient = gradientBlocks[blockBefore(t)];
            Matrix.multiply(hiddenWeight.value(), true, ofHidden, false, 1, gradient);
        }
        if (inputGradient != null) {
            Matrix gradient = block(inputGradient, t);
            Matrix.multiply(inputWeight.value(), true, ofInput, false, 0, gradient);
        }
    }

    /** h as it is when a step begins, for each step. */
    public final Matrix before() {
        return halves[0];
    }

    /** h as it is when a step has ended, for each step. */
    public final Matrix after() {
        return halves[1];
    }

    public final Matrix beforeGradient() {
        return halves[2];
    }

    public final Matrix afterGradient() {
        return halves[3];
    }

    public final void clearGradients() {
        stateGradients.fill(0);
    }

    protected final int step(int order) {
        return reverse ? steps - 1 - order : order;
    }

    protected final int blockBefore(int step) {
        return reverse ? step + 1 : step;
    }

    protected final int blockAfter(int step) {
        return reverse ? step : step + 1;
    }

    @Override
    public void close() {
        states.close();
        stateGradients.close();
    }
}
