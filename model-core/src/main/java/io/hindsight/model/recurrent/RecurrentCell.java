package io.hindsight.model.recurrent;

/**
 * One causal step of a recurrent layer: (x, h, c) → (h, c), in place.
 *
 * <p>A cell owns scratch memory and serves one thread; it allocates nothing after construction.
 * Sizes are checked when the cell is made; the step trusts its arrays. NaN or infinity in the input
 * goes into the state: callers keep them out.
 */
public sealed interface RecurrentCell permits LstmCell, GruCell {

    int inputSize();

    int hiddenSize();

    /**
     * One step.
     *
     * @param x input row [I]
     * @param h hidden state [H]: read, then overwritten
     * @param c cell state [H]: read, then overwritten; left alone by cells that have none
     */
    void step(float[] x, float[] h, float[] c);
}
