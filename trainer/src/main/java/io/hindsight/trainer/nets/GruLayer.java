package io.hindsight.trainer.nets;

/**
 * GRU (2014) in PyTorch's layout, gates in the order r, z, n, the reset gate after the product:
 *
 * <pre>
 *   r, z = sigmoid of W x + b_ih + U h + b_hh
 *   n = tanh(W_n x + b_in + r (U_n h + b_hn)),  h' = (1 - z) n + z h
 * </pre>
 */
public final class GruLayer extends RecurrentLayer {
    private static final int GATES = 3;

    private final Matrix fromInput;
    private final Matrix fromInputGradient;
    private final Matrix[] fromInputBlocks;
    private final Matrix[] fromInputGradientBlocks;
    private final Matrix fromHidden;
    private final Matrix fromHiddenGradient;
    private final Matrix[] fromHiddenGradientBlocks;
    private final Matrix stepOnes;
    private final float[][][] activated;
    private final float[][] candidates;
    private final float[][] states;
    private final float[] startState;
    private final float[] stacked;
    private final float[] part;
    private final float[] dh;
    private final float[] dn;

    public GruLayer(Parameters parameters, String suffix, int steps, int batch, boolean reverse) {
        super(parameters, suffix, steps, batch, reverse);
        this.fromInput = new Matrix(GATES * hidden, steps * batch);
        this.fromInputGradient = new Matrix(GATES * hidden, steps * batch);
        this.fromInputBlocks = blocks(fromInput, steps, batch);
        this.fromInputGradientBlocks = blocks(fromInputGradient, steps, batch);
        this.fromHidden = new Matrix(GATES * hidden, batch);
        this.fromHiddenGradient = new Matrix(GATES * hidden, steps * batch);
        this.fromHiddenGradientBlocks = blocks(fromHiddenGradient, steps, batch);
        this.stepOnes = new Matrix(1, batch);
        stepOnes.fill(1);
        int block = hidden * batch;
        this.activated = new float[steps][GATES][block];
        this.candidates = new float[steps][block];
        this.states = new float[steps][block];
        this.startState = new float[block];
        this.stacked = new float[GATES * block];
        this.part = new float[block];
        this.dh = new float[block];
        this.dn = new float[block];
    }

    @Override
    protected void startCells(float[] c) {}

    @Override
    protected void endCells(float[] c) {}

    @Override
    public void forward(Matrix input) {
        stateBlocks[blockBefore(step(0))].read(startState);
        Matrix.multiply(inputBias.value(), false, ones, false, 0, fromInput);
        Matrix.multiply(inputWeight.value(), false, input, false, 1, fromInput);
        for (int order = 0; order < steps; order++) {
            int t = step(order);
            float[][] gate = activated[t];
            fromInputBlocks[t].read(stacked);
            for (int g = 0; g < GATES; g++) {
                Pointwise.split(stacked, GATES, g, hidden, gate[g]);
            }
            Matrix.multiply(hiddenBias.value(), false, stepOnes, false, 0, fromHidden);
            if (order > 0 || started) {
                Matrix.multiply(
                        hiddenWeight.value(),
                        false,
                        stateBlocks[blockBefore(t)],
                        false,
                        1,
                        fromHidden);
            }
            fromHidden.read(stacked);
            Pointwise.split(stacked, GATES, 0, hidden, part);
            Pointwise.add(part, gate[0]);
            Pointwise.sigmoid(gate[0]);
            Pointwise.split(stacked, GATES, 1, hidden, part);
            Pointwise.add(part, gate[1]);
            Pointwise.sigmoid(gate[1]);
            Pointwise.split(stacked, GATES, 2, hidden, candidates[t]);
            Pointwise.product(gate[0], candidates[t], part);
            Pointwise.add(part, gate[2]);
            Pointwise.tanh(gate[2]);
            blend(gate[1], stateBefore(order), gate[2], states[t]);
            stateBlocks[blockAfter(t)].write(states[t]);
        }
    }

    private float[] stateBefore(int order) {
        return order == 0 ? startState : states[step(order - 1)];
    }

    private static void blend(float[] z, float[] old, float[] candidate, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = candidate[k] + z[k] * (old[k] - candidate[k]);
        }
    }

    private static void difference(float[] a, float[] b, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] - b[k];
        }
    }

    /** target = a (1 - z) (1 - n n). */
    private static void throughCandidate(float[] a, float[] z, float[] n, float[] target) {
        for (int k = 0; k < target.length; k++) {
            target[k] = a[k] * (1 - z[k]) * (1 - n[k] * n[k]);
        }
    }

    @Override
    public void backward(Matrix input, Matrix inputGradient) {
        for (int order = steps - 1; order >= 0; order--) {
            int t = step(order);
            float[][] gate = activated[t];
            gradientBlocks[blockAfter(t)].read(dh);
            throughCandidate(dh, gate[1], gate[2], dn);
            difference(stateBefore(order), gate[2], part);
            Pointwise.throughSigmoid(dh, part, gate[1], part);
            Pointwise.stack(part, GATES, 1, hidden, stacked);
            Pointwise.throughSigmoid(dn, candidates[t], gate[0], part);
            Pointwise.stack(part, GATES, 0, hidden, stacked);
            Pointwise.stack(dn, GATES, 2, hidden, stacked);
            fromInputGradientBlocks[t].write(stacked);
            Pointwise.product(dn, gate[0], dn);
            Pointwise.stack(dn, GATES, 2, hidden, stacked);
            fromHiddenGradientBlocks[t].write(stacked);
            if (order > 0) {
                Matrix before = gradientBlocks[blockBefore(t)];
                before.read(part);
                Pointwise.product(dh, gate[1], dh);
                Pointwise.add(dh, part);
                before.write(part);
                Matrix.multiply(
                        hiddenWeight.value(), true, fromHiddenGradientBlocks[t], false, 1, before);
            }
        }
        Matrix.multiply(fromInputGradient, false, input, true, 0, inputWeight.gradient());
        Matrix.multiply(fromHiddenGradient, false, before(), true, 0, hiddenWeight.gradient());
        Matrix.multiply(fromInputGradient, false, ones, true, 0, inputBias.gradient());
        Matrix.multiply(fromHiddenGradient, false, ones, true, 0, hiddenBias.gradient());
        if (inputGradient != null) {
            Matrix.multiply(inputWeight.value(), true, fromInputGradient, false, 0, inputGradient);
        }
    }

    @Override
    public void close() {
        super.close();
        fromInput.close();
        fromInputGradient.close();
        fromHidden.close();
        fromHiddenGradient.close();
        stepOnes.close();
    }
}
