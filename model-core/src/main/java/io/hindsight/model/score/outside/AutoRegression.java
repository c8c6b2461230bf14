package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A forecast of the next value from the last {@value Lags#COUNT} beats and the season's profile,
 * learned by recursive least squares with forgetting. For sensors that no trained model predicts.
 *
 * <p>With φ = (x₋₁ … x₋₆, p) − μ in units of the scale, ŷ = wᵀφ and r = y − ŷ: g = Qφ, d = λ + φᵀg,
 * w += g/d · clip(r), Q = (Q − ggᵀ/d)/λ (Haykin, Adaptive Filter Theory, ch. 10), Q scaled down
 * when its trace passes {@value #MOST_TRACE}. μ and the mean deviation σ run along.
 */
final class AutoRegression {
    private static final int SIZE = Lags.COUNT + 1;
    private static final double MOST_TRACE = 1e4;
    private static final int MEMORY_BEATS = 2_000;
    private static final int BEATS_BEFORE = 8;
    private static final int BEATS_TO_KNOW = 100;
    private static final double FAR = 1e3;

    private final int readingsPerBeat;
    private final double forgetting;
    private final double clip;
    private final double[] weights = new double[SIZE];
    private final double[] covariance = new double[SIZE * SIZE];
    private final double[] inputs = new double[SIZE];
    private final double[] gain = new double[SIZE];
    private double mean;
    private double deviation;
    private double scale;

    private AutoRegression(
            int readingsPerBeat, double forgetting, double clip, double firstVariance) {
        this.readingsPerBeat = readingsPerBeat;
        this.forgetting = forgetting;
        this.clip = clip;
        weights[0] = 1;
        for (int i = 0; i < SIZE; i++) {
            covariance[i * SIZE + i] = firstVariance;
        }
    }

    /** Learns at once, from large residuals too: what stays news is then news to any forecast. */
    static AutoRegression quick(int readingsPerBeat) {
        return new AutoRegression(readingsPerBeat, 0.001, 4, 100);
    }

    /** Learns what the small residuals say: an anomaly teaches it hardly anything. */
    static AutoRegression steady() {
        return new AutoRegression(1, 0.0001, 0.1, 1);
    }

    /**
     * The next value, as it is expected.
     *
     * @param usual what the season's profile says
     * @param floor what counts as rounding
     */
    double predict(Lags recent, double usual, double floor) {
        scale = Math.max(deviation, floor);
        if (!(scale > 0)) {
            return recent.readings() == 0 ? usual : recent.last();
        }
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            double value = i < Lags.COUNT ? recent.lag(i + 1) : usual;
            inputs[i] = Double.isNaN(value) ? 0 : (value - mean) / scale;
            sum += weights[i] * inputs[i];
        }
        return mean + scale * sum;
    }

    /** A value, brought nearer if it is so far out that it would rule all that is learned. */
    double limited(double value, int readings) {
        double most = FAR * deviation;
        return readings < BEATS_TO_KNOW * readingsPerBeat || most == 0
                ? value
                : Math.max(mean - most, Math.min(mean + most, value));
    }

    /** Mean distance of the values from their mean. */
    double deviation() {
        return deviation;
    }

    boolean isReady(int readings) {
        return readings >= BEATS_BEFORE * readingsPerBeat;
    }

    /** Learns from the value that {@link #predict} was just asked for. */
    void learn(double value, double predicted, int readings) {
        if (readings == 0) {
            mean = value;
        }
        if (isReady(readings) && scale > 0) {
            adapt(Math.min(Math.max((value - predicted) / scale, -clip), clip));
        }
        double share = Math.max(1.0 / (readings + 2), 1.0 / MEMORY_BEATS / readingsPerBeat);
        mean += share * (value - mean);
        deviation += share * (Math.abs(value - mean) - deviation);
    }

    private void adapt(double residual) {
        double kept = 1 - forgetting / readingsPerBeat;
        double denominator = kept;
        for (int i = 0; i < SIZE; i++) {
            double sum = 0;
            for (int k = 0; k < SIZE; k++) {
                sum += covariance[i * SIZE + k] * inputs[k];
            }
            gain[i] = sum;
            denominator += inputs[i] * sum;
        }
        double trace = 0;
        for (int i = 0; i < SIZE; i++) {
            weights[i] += gain[i] / denominator * residual;
            for (int k = 0; k < SIZE; k++) {
                int at = i * SIZE + k;
                covariance[at] = (covariance[at] - gain[i] * gain[k] / denominator) / kept;
            }
            trace += covariance[i * SIZE + i];
        }
        if (trace > MOST_TRACE) {
            for (int i = 0; i < covariance.length; i++) {
                covariance[i] *= MOST_TRACE / trace;
            }
        }
    }

    void copyFrom(AutoRegression other) {
        System.arraycopy(other.weights, 0, weights, 0, SIZE);
        System.arraycopy(other.covariance, 0, covariance, 0, covariance.length);
        mean = other.mean;
        deviation = other.deviation;
    }

    /** The covariance is symmetric to the last bit: its lower half is enough. */
    void write(DataOutput out) throws IOException {
        for (double weight : weights) {
            out.writeDouble(weight);
        }
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k <= i; k++) {
                out.writeDouble(covariance[i * SIZE + k]);
            }
        }
        out.writeDouble(mean);
        out.writeDouble(deviation);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < SIZE; i++) {
            weights[i] = in.readDouble();
        }
        for (int i = 0; i < SIZE; i++) {
            for (int k = 0; k <= i; k++) {
                double value = in.readDouble();
                covariance[i * SIZE + k] = value;
                covariance[k * SIZE + i] = value;
            }
        }
        mean = in.readDouble();
        deviation = in.readDouble();
    }
}
