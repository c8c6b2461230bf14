package io.hindsight.trainer.train;

import io.hindsight.model.student.Student;
import io.hindsight.trainer.nets.Matrix;
import java.util.Arrays;

/**
 * The loss of one head over a batch and its gradient: the negative log likelihood of Student's t
 * with four degrees of freedom, without its constant. For a cell whose answer is (mu, l):
 *
 * <pre>
 *   u = truth - base - mu,  q = u² e^(-2l) / 4,  loss = l + 2.5 ln(1 + q)
 *   d loss / d mu = -1.25 u e^(-2l) / (1 + q),  d loss / d l = 1 - 5 q / (1 + q)
 * </pre>
 *
 * <p>l is limited as the student limits it; beyond the limits it has no gradient. Cells that no
 * call names have neither loss nor gradient. The sum is kept in double precision.
 */
public final class HeadLoss {
    private static final double SQRT3 = Math.sqrt(3);

    private final Batch batch;
    private final int channels;
    private final float[] answers;
    private final float[] gradient;
    private double sum;

    public HeadLoss(Batch batch) {
        this.batch = batch;
        this.channels = batch.channels();
        this.answers = new float[2 * batch.cells()];
        this.gradient = new float[2 * batch.cells()];
    }

    /** Starts anew with what a head answered, [2D, steps * batch]. */
    public void begin(Matrix head) {
        head.read(answers);
        Arrays.fill(gradient, 0);
        sum = 0;
    }

    /** Adds the hidden cells' loss under the truth. */
    public void addHidden(float[] base, double weight) {
        for (int k = 0; k < base.length; k++) {
            if (batch.isHidden(k)) {
                add(k, base[k], batch.truth(k), weight);
            }
        }
    }

    /** Adds every known cell's loss under the truth, hidden or not. */
    public void addKnown(float[] base, double weight) {
        for (int k = 0; k < base.length; k++) {
            if (batch.isHidden(k) || batch.isObserved(k)) {
                add(k, base[k], batch.truth(k), weight);
            }
        }
    }

    /**
     * Adds the expected loss of hidden and truly missing cells under a normal belief, by three
     * sigma points: (4 loss(m) + loss(m + √3 s) + loss(m - √3 s)) / 6.
     */
    public void addBelieved(float[] base, float[] mean, float[] deviation, double weight) {
        for (int k = 0; k < base.length; k++) {
            if (!batch.isObserved(k)) {
                double reach = SQRT3 * deviation[k];
                add(k, base[k], mean[k], weight * 4 / 6);
                add(k, base[k], mean[k] + reach, weight / 6);
                add(k, base[k], mean[k] - reach, weight / 6);
            }
        }
    }

    private void add(int cell, float base, double truth, double weight) {
        int at = meanIndex(cell, channels);
        double l = limitedLogScale(answers[at + channels]);
        double precision = Math.exp(-2 * l);
        double u = truth - base - answers[at];
        double q = u * u * precision / 4;
        sum += weight * (l + 2.5 * Math.log(1 + q));
        gradient[at] -= (float) (weight * 1.25 * u * precision / (1 + q));
        if (l == answers[at + channels]) {
            gradient[at + channels] += (float) (weight * (1 - 5 * q / (1 + q)));
        }
    }

    public double sum() {
        return sum;
    }

    /** By the head's answers, in their layout. */
    public float[] gradient() {
        return gradient;
    }

    /** Where a cell's mean is in a head's answer of D means and D log scales a column. */
    public static int meanIndex(int cell, int channels) {
        return cell / channels * 2 * channels + cell % channels;
    }

    public static double limitedLogScale(float value) {
        return Math.min(Math.max(value, Student.LEAST_LOG_SCALE), Student.MOST_LOG_SCALE);
    }
}
