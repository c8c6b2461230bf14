package io.hindsight.model.student;

import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.recurrent.ColumnProduct;
import io.hindsight.model.recurrent.LayerNorm;
import io.hindsight.model.recurrent.RecurrentCell;
import io.hindsight.model.recurrent.Tanh;

/**
 * The student at work, in z units: it corrects what the anchor says. Predict, then recur, then
 * impute, once for each slot.
 *
 * <pre>
 *   predict, before the values   (μ, l) = W_p [LN(h) ; prior row] + b_p
 *                                mean p + γ_p·π·μ,  scale π·exp(l)
 *   recur                        h, c = cell(u, h, c),  u from {@link InputEncoder}
 *   impute, after the values     (μ, l, g, v) = W_i [LN(h) ; u] + b_i,  μ + sigmoid(g)∘v for μ
 *                                mean f + γ·σ·μ,  scale σ·exp(l)
 * </pre>
 *
 * <p>p, π, f and σ are the anchor's. The gate of the imputation lets each channel choose between
 * two linear answers, by its age above all. γ, chosen on validation, says how far a correction is
 * trusted: 0 leaves the anchor alone.
 *
 * <p>Both answers are Student t with {@value io.hindsight.model.score.StudentT#DEGREES_OF_FREEDOM}
 * degrees of freedom; l is limited to [{@value #LEAST_LOG_SCALE}, {@value #MOST_LOG_SCALE}]. See
 * docs/decisions/0001-the-student.md.
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction.
 */
public final class Student {
    public static final float LEAST_LOG_SCALE = -4f;
    public static final float MOST_LOG_SCALE = 4f;

    private static final int SLOT = 0;
    private static final int SILENT_SLOT = 1;
    private static final int PREDICTION = 2;

    private final int channels;
    private final int answered;
    private final int hiddenSize;
    private final InputEncoder encoder;
    private final RecurrentCell cell;
    private final LayerNorm norm;
    private final ColumnProduct predict;
    private final ColumnProduct impute;
    private final float[] shrink;
    private final float[] input;
    private final float[] predictRow;
    private final float[] imputeRow;
    private final float[] head;
    private final float[] gate;
    private final float[] holeMean;
    private final float[] holeScale;

    /**
     * @throws IllegalArgumentException if the weights do not have the sizes of the spec
     */
    public Student(StudentSpec spec, StudentWeights weights) {
        channels = spec.channelCount();
        answered = spec.answeredCount();
        hiddenSize = spec.hiddenSize();
        encoder = new InputEncoder(spec);
        cell = weights.cell.newCell();
        norm = new LayerNorm(weights.normWeight, weights.normBias);
        if (cell.inputSize() != spec.inputSize()
                || cell.hiddenSize() != hiddenSize
                || norm.size() != hiddenSize
                || weights.shrink.length != 3 * answered) {
            throw new IllegalArgumentException(
                    "cell, norm and shrink must match the spec: inputSize="
                            + cell.inputSize()
                            + " for "
                            + spec.inputSize()
                            + ", hiddenSize="
                            + cell.hiddenSize()
                            + " and "
                            + norm.size()
                            + " for "
                            + hiddenSize
                            + ", shrink="
                            + weights.shrink.length
                            + " for "
                            + 3 * answered);
        }
        predict =
                new ColumnProduct(
                        weights.predictWeight,
                        weights.predictBias,
                        spec.answerSize(),
                        hiddenSize + spec.priorSize());
        impute =
                new ColumnProduct(
                        weights.imputeWeight,
                        weights.imputeBias,
                        spec.gatedHeadSize(),
                        hiddenSize + spec.inputSize());
        shrink = weights.shrink;
        input = new float[spec.inputSize()];
        predictRow = new float[ColumnProduct.paddedLength(predict.columns())];
        imputeRow = new float[ColumnProduct.paddedLength(impute.columns())];
        head = new float[spec.gatedHeadSize()];
        gate = new float[answered];
        holeMean = new float[answered];
        holeScale = new float[answered];
    }

    /**
     * Says what the values of a slot will be, before they are seen.
     *
     * @param view what the anchor predicts
     * @param mean receives the location of each answered channel [D]
     * @param scale receives the scale of each answered channel [D], positive
     */
    public void predict(
            StudentMemory memory,
            AnchorView view,
            long eventTimeMillis,
            float[] mean,
            float[] scale) {
        norm.apply(memory.h, predictRow);
        encoder.writePrior(
                view, memory.age, memory.lastMillis, eventTimeMillis, predictRow, hiddenSize);
        predict.multiply(predictRow, head);
        answer(view.priorMean, view.priorScale, PREDICTION, mean, scale);
    }

    /**
     * Takes a slot into the memory.
     *
     * @param view what the anchor predicted and what it says now
     * @param z the values in z units [N], limited; NaN is a hole
     */
    public void recur(StudentMemory memory, AnchorView view, long eventTimeMillis, float[] z) {
        for (int d = 0; d < channels; d++) {
            memory.seen[d] |= !Float.isNaN(z[d]);
        }
        encoder.write(z, view, memory.age, memory.lastMillis, eventTimeMillis, input, 0);
        memory.lastMillis = eventTimeMillis;
        cell.step(input, memory.h, memory.c);
    }

    /**
     * Says what the channels that the last {@link #recur} had no value for most likely were.
     *
     * @param view the anchor's of that slot
     * @param mean receives the location of each answered channel [D]
     * @param scale receives the scale of each answered channel [D], positive
     */
    public void impute(StudentMemory memory, AnchorView view, float[] mean, float[] scale) {
        norm.apply(memory.h, imputeRow);
        System.arraycopy(input, 0, imputeRow, hiddenSize, input.length);
        impute.multiply(imputeRow, head);
        openGates();
        answer(view.mean, view.scale, isSilent() ? SILENT_SLOT : SLOT, mean, scale);
    }

    /**
     * Writes its own answer over the anchor's for each answered channel that has no value.
     *
     * @param z the values that the last {@link #recur} took in [N]
     * @param mean [at least D]: overwritten where z is NaN
     * @param scale [at least D]: overwritten where z is NaN
     */
    public void answerHoles(
            StudentMemory memory, AnchorView view, float[] z, float[] mean, float[] scale) {
        impute(memory, view, holeMean, holeScale);
        for (int d = 0; d < answered; d++) {
            if (Float.isNaN(z[d])) {
                mean[d] = holeMean[d];
                scale[d] = holeScale[d];
            }
        }
    }

    /** Writes LN(h) [H], what a backward part sees of this student, from {@code offset} on. */
    public void writeState(StudentMemory memory, float[] out, int offset) {
        norm.apply(memory.h, imputeRow);
        System.arraycopy(imputeRow, 0, out, offset, hiddenSize);
    }

    /** Whether no answered channel had a value in the last slot that was taken in. */
    public boolean isSilent() {
        for (int d = 0; d < answered; d++) {
            if (input[channels + d] != 0) {
                return false;
            }
        }
        return true;
    }

    private void openGates() {
        for (int d = 0; d < answered; d++) {
            gate[d] = 0.5f * head[2 * answered + d];
        }
        Tanh.apply(gate, gate, answered);
        for (int d = 0; d < answered; d++) {
            head[d] += (0.5f + 0.5f * gate[d]) * head[3 * answered + d];
        }
    }

    private void answer(float[] base, float[] unit, int occasion, float[] mean, float[] scale) {
        for (int d = 0; d < answered; d++) {
            mean[d] = base[d] + shrink[occasion * answered + d] * unit[d] * head[d];
            float logScale =
                    Math.min(Math.max(head[answered + d], LEAST_LOG_SCALE), MOST_LOG_SCALE);
            scale[d] = unit[d] * (float) StrictMath.exp(logScale);
        }
    }
}
