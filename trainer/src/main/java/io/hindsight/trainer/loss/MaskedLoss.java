package io.hindsight.trainer.loss;

import java.util.Arrays;

/**
 * The weighted sum of one loss over those cells of a batch that a caller names, and its gradient by
 * a head's answers. A cell that no call names has neither loss nor gradient; one that several calls
 * name has the sum. Sums run in the calls' order, the loss in double precision.
 */
public final class MaskedLoss {
    private final CellLoss kind;
    private final CellLoss.Cell cell = new CellLoss.Cell();
    private final float[] gradient;
    private float[] answers;
    private double sum;

    /**
     * @param size of the answers
     */
    public MaskedLoss(CellLoss kind, int size) {
        this.kind = kind;
        this.gradient = new float[size];
        this.answers = new float[size];
    }

    /** Starts anew with what a head answered, in any layout; the array is read until the next. */
    public void begin(float[] answers) {
        if (answers.length != gradient.length) {
            throw new IllegalArgumentException(
                    "answers must keep their size: has=%d, size=%d"
                            .formatted(answers.length, gradient.length));
        }
        this.answers = answers;
        Arrays.fill(gradient, 0);
        sum = 0;
    }

    /**
     * Adds one cell.
     *
     * @param mean where the cell's μ is among the answers
     * @param logScale where its l is; not read by a loss without a scale
     * @param target (truth - base) / unit
     * @param weight 0 for a cell that shall not count
     */
    public void add(int mean, int logScale, double target, double weight) {
        if (weight == 0) {
            return;
        }
        kind.at(target, answers[mean], kind.isScaled() ? answers[logScale] : 0, cell);
        sum += weight * cell.loss();
        gradient[mean] += (float) (weight * cell.byMean());
        if (kind.isScaled()) {
            gradient[logScale] += (float) (weight * cell.byLogScale());
        }
    }

    public double sum() {
        return sum;
    }

    /** By the answers, in their layout. */
    public float[] gradient() {
        return gradient;
    }
}
