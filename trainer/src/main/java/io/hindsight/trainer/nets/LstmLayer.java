package io.hindsight.trainer.nets;

import java.util.Arrays;

/**
 * LSTM (Hochreiter 1997, forget gate 2000) in PyTorch's layout, gates in the order i, f, g, o:
 *
 * <pre>
 *   i, f, o = sigmoid, g = tanh of W x + b_ih + U h + b_hh
 *   c' = f c + i g,  h' = o tanh(c')
 * </pre>
 */
public final class LstmLayer extends RecurrentLayer {
    private static final int GATES = 4;

    private final Matrix gates;
    private final float[][][] activated;
    private final float[][] cells;
    private final float[][] cellTanhs;
    private final float[] startCell;

    /** The bias of each column on the way forwards, its gradient's parts on the way back. */
    private final float[] biases;

    private final float[] stacked;
    private final float[] h;
    private final float[] dh;
    private final float[] dc;
    private final float[] dGate;

    public LstmLayer(Parameters parameters, String suffix, int steps, int batch, boolean reverse) {
        super(parameters, suffix, steps, batch, reverse);
        this.gates = new Matrix(GATES * hidden, batch);
        int block = hidden * batch;
        this.activated = new float[steps][GATES][block];
        this.cells = new float[steps][block];
        this.cellTanhs = new float[steps][block];
        this.startCell = new float[block];
        this.biases = new float[GATES * block];
        this.stacked = new float[GATES * block];
        this.h = new float[block];
        this.dh = new float[block];
        this.dc = new float[block];
        this.dGate = new float[block];
    }

    @Override
    protected void startCells(float[] c) {
        System.arraycopy(sized("c", c), 0, startCell, 0, startCell.length);
    }

    @Override
    protected void endCells(float[] c) {
        System.arraycopy(cells[step(steps - 1)], 0, sized("c", c), 0, startCell.length);
    }

    @Override
    public void forward(Matrix input) {
        float[] sum = inputBias.value().toArray();
        Pointwise.add(hiddenBias.value().toArray(), sum);
        Pointwise.repeat(sum, biases);
        for (int order = 0; order < steps; order++) {
            int t = step(order);
            Matrix.multiply(inputWeight.value(), false, block(input, t), false, 0, gates);
            if (order > 0 || started) {
                Matrix before = stateBlocks[blockBefore(t)];
                Matrix.multiply(hiddenWeight.value(), false, before, false, 1, gates);
            }
            gates.read(stacked);
            Pointwise.add(biases, stacked);
            float[][] gate = activated[t];
            for (int g = 0; g < GATES; g++) {
                Pointwise.split(stacked, GATES, g, hidden, gate[g]);
            }
            Pointwise.sigmoid(gate[0]);
            Pointwise.sigmoid(gate[1]);
            Pointwise.tanh(gate[2]);
            Pointwise.sigmoid(gate[3]);
            Pointwise.products(gate[1], cellBefore(order), gate[0], gate[2], cells[t]);
            Pointwise.tanh(cells[t], cellTanhs[t]);
            Pointwise.product(gate[3], cellTanhs[t], h);
            stateBlocks[blockAfter(t)].write(h);
        }
    }

    private float[] cellBefore(int order) {
        return order == 0 ? startCell : cells[step(order - 1)];
    }

    @Override
    public void backward(Matrix input, Matrix inputGradient) {
        Arrays.fill(dc, 0);
        Arrays.fill(biases, 0);
        for (int order = steps - 1; order >= 0; order--) {
            int t = step(order);
            gradientBlocks[blockAfter(t)].read(dh);
            float[][] gate = activated[t];
            Pointwise.throughSigmoid(dh, cellTanhs[t], gate[3], dGate);
            Pointwise.stack(dGate, GATES, 3, hidden, stacked);
            Pointwise.addThroughTanh(dh, gate[3], cellTanhs[t], dc);
            Pointwise.throughSigmoid(dc, gate[2], gate[0], dGate);
            Pointwise.stack(dGate, GATES, 0, hidden, stacked);
            Pointwise.throughSigmoid(dc, cellBefore(order), gate[1], dGate);
            Pointwise.stack(dGate, GATES, 1, hidden, stacked);
            Pointwise.throughTanh(dc, gate[0], gate[2], dGate);
            Pointwise.stack(dGate, GATES, 2, hidden, stacked);
            Pointwise.product(dc, gate[1], dc);
            Pointwise.add(stacked, biases);
            gates.write(stacked);
            learn(order, gates, gates, input, inputGradient);
        }
        float[] sum = Pointwise.sumColumns(biases, GATES * hidden);
        inputBias.gradient().write(sum);
        hiddenBias.gradient().write(sum);
    }

    @Override
    public void close() {
        super.close();
        gates.close();
    }
}
