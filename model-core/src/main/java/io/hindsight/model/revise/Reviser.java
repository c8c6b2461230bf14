package io.hindsight.model.revise;

import io.hindsight.model.recurrent.ColumnProduct;
import io.hindsight.model.recurrent.LayerNorm;
import io.hindsight.model.recurrent.RecurrentCell;
import io.hindsight.model.recurrent.Tanh;
import io.hindsight.model.student.Student;
import io.hindsight.model.student.StudentSpec;
import java.util.Arrays;

/**
 * The backward half of a teacher at work: it runs from the slot at which a gap closed back to its
 * start, and corrects what both filters together say of each hole.
 *
 * <pre>
 *   k, c = cell(row, k, c), the last slot first, from zero       rows, a and v from {@link BackwardPass}
 *   (μ, l, g, u) = W [LN(k) ; row ; student's state] + b,  μ + sigmoid(g)∘u for μ
 *   mean a + γ·v·μ,  scale v·exp(l)
 * </pre>
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction.
 */
public final class Reviser {
    private final int channels;
    private final int answered;
    private final int stateSize;
    private final int backwardSize;
    private final int rowSize;
    private final BackwardPass pass;
    private final RecurrentCell cell;
    private final LayerNorm norm;
    private final ColumnProduct impute;
    private final float[] shrink;
    private final float[] row;
    private final float[] k;
    private final float[] c;
    private final float[] headRow;
    private final float[] head;
    private final float[] gate;
    private final float[] mean;
    private final float[] scale;

    /**
     * @throws IllegalArgumentException if the weights do not have the sizes of the spec
     */
    public Reviser(StudentSpec spec, ReviserWeights weights) {
        channels = spec.channelCount();
        answered = spec.answeredCount();
        stateSize = spec.hiddenSize();
        rowSize = BackwardPass.rowSize(spec);
        pass = new BackwardPass(spec, weights.filter);
        cell = weights.cell.newCell();
        backwardSize = cell.hiddenSize();
        norm = new LayerNorm(weights.normWeight, weights.normBias);
        if (cell.inputSize() != rowSize
                || norm.size() != backwardSize
                || weights.shrink.length != 2 * answered) {
            throw new IllegalArgumentException(
                    "the reviser's cell, norm and shrink must match the spec: inputSize="
                            + cell.inputSize()
                            + " for "
                            + rowSize
                            + ", hiddenSize="
                            + norm.size()
                            + " for "
                            + backwardSize);
        }
        impute =
                new ColumnProduct(
                        weights.imputeWeight,
                        weights.imputeBias,
                        spec.gatedHeadSize(),
                        backwardSize + rowSize + stateSize);
        shrink = weights.shrink;
        row = new float[rowSize];
        k = new float[backwardSize];
        c = new float[backwardSize];
        headRow = new float[ColumnProduct.paddedLength(impute.columns())];
        head = new float[spec.gatedHeadSize()];
        gate = new float[answered];
        mean = new float[channels];
        scale = new float[channels];
    }

    /**
     * Revises the holes of a stretch.
     *
     * @param means receives the location of each hole [slots, D] in z units; others stay
     * @param scales receives the scale of each hole [slots, D], positive; others stay
     */
    public void revise(Stretch stretch, float[] means, float[] scales) {
        Arrays.fill(k, 0);
        Arrays.fill(c, 0);
        pass.begin(stretch);
        for (int slot = stretch.slots - 1; slot >= 0; slot--) {
            pass.step(stretch, slot, row, 0, mean, scale);
            cell.step(row, k, c);
            int seen = seenAnswered(stretch, slot);
            if (seen < answered) {
                correct(stretch, slot, seen == 0, means, scales);
            }
        }
    }

    private int seenAnswered(Stretch stretch, int slot) {
        int seen = 0;
        for (int d = 0; d < answered; d++) {
            seen += Float.isNaN(stretch.seen[slot * channels + d]) ? 0 : 1;
        }
        return seen;
    }

    private void correct(Stretch stretch, int slot, boolean silent, float[] means, float[] scales) {
        norm.apply(k, headRow);
        System.arraycopy(row, 0, headRow, backwardSize, rowSize);
        System.arraycopy(
                stretch.state, slot * stateSize, headRow, backwardSize + rowSize, stateSize);
        impute.multiply(headRow, head);
        for (int d = 0; d < answered; d++) {
            gate[d] = 0.5f * head[2 * answered + d];
        }
        Tanh.apply(gate, gate, answered);
        for (int d = 0; d < answered; d++) {
            if (Float.isNaN(stretch.seen[slot * channels + d])) {
                float mu = head[d] + (0.5f + 0.5f * gate[d]) * head[3 * answered + d];
                float trust = shrink[(silent ? answered : 0) + d];
                float logScale =
                        Math.min(
                                Math.max(head[answered + d], Student.LEAST_LOG_SCALE),
                                Student.MOST_LOG_SCALE);
                means[slot * answered + d] = mean[d] + trust * scale[d] * mu;
                scales[slot * answered + d] = scale[d] * (float) StrictMath.exp(logScale);
            }
        }
    }
}
