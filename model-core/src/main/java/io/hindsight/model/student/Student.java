package io.hindsight.model.student;

import io.hindsight.model.recurrent.ColumnProduct;
import io.hindsight.model.recurrent.RecurrentCell;
import io.hindsight.model.recurrent.Tanh;

/**
 * The student at work, in z units: predict, then recur, then impute, once for each slot.
 *
 * <pre>
 *   predict, before the reading   (μ, l) = W_p [h ; f ; ½·ln(1 + a) ; calendar] + b_p
 *   recur                         h, c = cell(u, h, c),  u from {@link InputEncoder}
 *   impute, after the reading     (μ, l, g, v) = W_i [h ; u] + b_i,  μ + sigmoid(g)∘v for μ
 * </pre>
 *
 * <p>The gate of the imputation lets each channel choose, by its age above all, between two linear
 * answers: stay close to the held value, or follow the channels that were seen at this moment.
 *
 * <p>Both answers are Student t with {@value io.hindsight.model.score.StudentT#DEGREES_OF_FREEDOM}
 * degrees of freedom, location f + μ and scale exp(l), l limited to [{@value #LEAST_LOG_SCALE},
 * {@value #MOST_LOG_SCALE}]. See docs/decisions/0001-the-plain-student.md.
 *
 * <p>Owns scratch and serves one thread; allocates nothing after construction.
 */
public final class Student {
    public static final float LEAST_LOG_SCALE = -6f;
    public static final float MOST_LOG_SCALE = 4f;

    private final int channels;
    private final int hiddenSize;
    private final InputEncoder encoder;
    private final RecurrentCell cell;
    private final ColumnProduct predict;
    private final ColumnProduct impute;
    private final float[] input;
    private final float[] predictRow;
    private final float[] imputeRow;
    private final float[] head;
    private final float[] gate;

    /**
     * @throws IllegalArgumentException if the weights do not have the sizes of the spec
     */
    public Student(StudentSpec spec, StudentWeights weights) {
        channels = spec.channelCount();
        hiddenSize = spec.hiddenSize();
        encoder = new InputEncoder(spec);
        cell = weights.cell.newCell();
        if (cell.inputSize() != spec.inputSize() || cell.hiddenSize() != hiddenSize) {
            throw new IllegalArgumentException(
                    "the cell must match the spec: inputSize="
                            + cell.inputSize()
                            + " for "
                            + spec.inputSize()
                            + ", hiddenSize="
                            + cell.hiddenSize()
                            + " for "
                            + hiddenSize);
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
        input = new float[spec.inputSize()];
        predictRow = new float[ColumnProduct.paddedLength(predict.columns())];
        imputeRow = new float[ColumnProduct.paddedLength(impute.columns())];
        head = new float[spec.gatedHeadSize()];
        gate = new float[channels];
    }

    /**
     * Says what the reading of a moment will be, before it is seen.
     *
     * @param mean receives the location of each channel [D]
     * @param scale receives the scale of each channel [D], positive
     */
    public void predict(StudentMemory memory, long eventTimeMillis, float[] mean, float[] scale) {
        System.arraycopy(memory.h, 0, predictRow, 0, hiddenSize);
        encoder.writePrior(memory.held, memory.age, eventTimeMillis, predictRow, hiddenSize);
        predict.multiply(predictRow, head);
        answer(memory.held, mean, scale);
    }

    /**
     * Takes a reading into the memory.
     *
     * @param z the reading in z units [D], limited; NaN is a hole
     */
    public void recur(StudentMemory memory, long eventTimeMillis, float[] z) {
        for (int d = 0; d < channels; d++) {
            memory.seen[d] |= !Float.isNaN(z[d]);
        }
        encoder.observe(z, memory.held, memory.age, eventTimeMillis, input, 0);
        cell.step(input, memory.h, memory.c);
    }

    /**
     * Says what the channels that the last {@link #recur} had no value for most likely were.
     *
     * @param mean receives the location of each channel [D]
     * @param scale receives the scale of each channel [D], positive
     */
    public void impute(StudentMemory memory, float[] mean, float[] scale) {
        System.arraycopy(memory.h, 0, imputeRow, 0, hiddenSize);
        System.arraycopy(input, 0, imputeRow, hiddenSize, input.length);
        impute.multiply(imputeRow, head);
        openGates();
        answer(memory.held, mean, scale);
    }

    private void openGates() {
        for (int d = 0; d < channels; d++) {
            gate[d] = 0.5f * head[2 * channels + d];
        }
        Tanh.apply(gate, gate, channels);
        for (int d = 0; d < channels; d++) {
            head[d] += (0.5f + 0.5f * gate[d]) * head[3 * channels + d];
        }
    }

    private void answer(float[] held, float[] mean, float[] scale) {
        for (int d = 0; d < channels; d++) {
            mean[d] = held[d] + head[d];
            float logScale =
                    Math.min(Math.max(head[channels + d], LEAST_LOG_SCALE), MOST_LOG_SCALE);
            scale[d] = (float) StrictMath.exp(logScale);
        }
    }
}
