package io.hindsight.trainer.nets;

import java.util.Arrays;

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
    private final Matrix fromHidden;
    private final float[][][] activated;
    private final float[][] candidates;
    private final float[][] states;
    private final float[] startState;
    private final float[] ofInput;
    private final float[] ofHidden;

    /** The biases of each column on the way forwards, their gradients' parts on the way back. */
    private final float[] inputBiases;

    private final float[] hiddenBiases;
    private final float[] part;
    private final float[] dh;
    private final float[] dn;

    public GruLayer(Parameters parameters, String suffix, int steps, int batch, boolean reverse) {
        super(parameters, suffix, steps, batch, reverse);
        this.fromInput = new Matrix(GATES * hidden, batch);
        this.fromHidden = new Matrix(GATES * hidden, batch);
        int block = hidden * batch;
        this.activated = new float[steps][GATES][block];
        this.candidates = new float[steps][block];
        this.states = new float[steps][block];
        this.startState = new float[block];
        this.ofInput = new float[GATES * block];
        this.ofHidden = new float[GATES * block];
        this.inputBiases = new float[GATES * block];
        this.hiddenBiases = new float[GATES * block];
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
        Pointwise.repeat(inputBias.value().toArray(), inputBiases);
        Pointwise.repeat(hiddenBias.value().toArray(), hiddenBiases);
        fromHidden.fill(0);
        for (int order = 0; order < steps; order++) {
            int t = step(order);
            Matrix.multiply(inputWeight.value(), false, block(input, t), false, 0, fromInput);
            fromInput.read(ofInput);
            Pointwise.add(inputBiases, ofInput);
            if (order > 0 || started) {
                Matrix before = stateBlocks[blockBefore(t)];
                Matrix.multiply(hiddenWeight.value(), false, before, false, 0, fromHidden);
            }
            fromHidden.read(ofHidden);
            Pointwise.add(hiddenBiases, ofHidden);
            float[][] gate = activated[t];
            Pointwise.split(ofHidden, GATES, 2, hidden, candidates[t]);
            Pointwise.add(ofInput, ofHidden);
            Pointwise.split(ofHidden, GATES, 0, hidden, gate[0]);
            Pointwise.sigmoid(gate[0]);
            Pointwise.split(ofHidden, GATES, 1, hidden, gate[1]);
            Pointwise.sigmoid(gate[1]);
            Pointwise.split(ofInput, GATES, 2, hidden, gate[2]);
            Pointwise.addProduct(gate[0], candidates[t], gate[2]);
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
        Arrays.fill(inputBiases, 0);
        Arrays.fill(hiddenBiases, 0);
        for (int order = steps - 1; order >= 0; order--) {
            int t = step(order);
            float[][] gate = activated[t];
            gradientBlocks[blockAfter(t)].read(dh);
            throughCandidate(dh, gate[1], gate[2], dn);
            difference(stateBefore(order), gate[2], part);
            Pointwise.throughSigmoid(dh, part, gate[1], part);
            Pointwise.stack(part, GATES, 1, hidden, ofInput);
            Pointwise.throughSigmoid(dn, candidates[t], gate[0], part);
            Pointwise.stack(part, GATES, 0, hidden, ofInput);
            System.arraycopy(ofInput, 0, ofHidden, 0, ofInput.length);
            Pointwise.stack(dn, GATES, 2, hidden, ofInput);
            Pointwise.add(ofInput, inputBiases);
            fromInput.write(ofInput);
            Pointwise.product(dn, gate[0], dn);
            Pointwise.stack(dn, GATES, 2, hidden, ofHidden);
            Pointwise.add(ofHidden, hiddenBiases);
            fromHidden.write(ofHidden);
            if (order > 0) {
                Matrix before = gradientBlocks[blockBefore(t)];
                before.read(part);
                Pointwise.addProduct(dh, gate[1], part);
                before.write(part);
            }
            learn(order, fromInput, fromHidden, input, inputGradient);
        }
        inputBias.gradient().write(Pointwise.sumColumns(inputBiases, GATES * hidden));
        hiddenBias.gradient().write(Pointwise.sumColumns(hiddenBiases, GATES * hidden));
    }

    @Override
    public void close() {
        super.close();
        fromInput.close();
        fromHidden.close();
    }
}
