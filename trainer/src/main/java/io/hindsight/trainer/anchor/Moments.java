package io.hindsight.trainer.anchor;

import io.hindsight.model.anchor.AnchorMemory;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.AnchorView;
import io.hindsight.model.anchor.LinearFilter;
import io.hindsight.trainer.data.ZSeries;

/**
 * Expected second moments of x = (y_t, y_{t−1}, …, y_{t−p}, w_r(t − j)) over the slots of one
 * series, given what was seen up to each slot: E[x xᵀ] = mean meanᵀ + covariance. What was not seen
 * enters with the uncertainty that the filter has of it (expectation maximisation, Shumway and
 * Stoffer 1982, with the filter in the smoother's place).
 */
final class Moments {
    final int values;
    final int size;
    private final int channels;
    private final double[] sums;
    private final double[] x;
    private double slots;

    Moments(AnchorSpec spec, int channels) {
        this.channels = channels;
        this.values = (spec.order() + 1) * channels;
        this.size = values + spec.rates() * spec.profileLags() * channels;
        this.sums = new double[size * size];
        this.x = new double[size];
    }

    /** Filters a series and adds each slot in which something was seen. */
    void add(AnchorNumbers numbers, ZSeries series) {
        AnchorSpec spec = numbers.spec();
        AnchorNumbers longer = numbers.withOneMoreSlot();
        LinearFilter filter = longer.newFilter();
        AnchorMemory memory = filter.newMemory();
        AnchorView view = new AnchorView(channels);
        float[] z = new float[channels];
        for (int t = series.from(); t < series.to(); t++) {
            boolean seen = false;
            for (int d = 0; d < channels; d++) {
                z[d] = series.z(t, d);
                seen |= !Float.isNaN(z[d]);
            }
            filter.predict(memory, series.timeMillis(t), view);
            filter.observe(memory, series.timeMillis(t), z, view);
            if (seen && t - series.from() >= 2 * spec.order()) {
                take(memory, spec);
            }
        }
    }

    private void take(AnchorMemory memory, AnchorSpec spec) {
        for (int r = 0; r < spec.rates(); r++) {
            for (int j = 0; j < spec.profileLags(); j++) {
                for (int d = 0; d < channels; d++) {
                    x[values + (r * spec.profileLags() + j) * channels + d] =
                            memory.pastProfiles[(j * spec.rates() + r) * channels + d];
                }
            }
        }
        take(memory.lags, memory.covariance);
    }

    /** Where in x a running profile's value of this slot or a neighbouring one belongs. */
    void setProfile(int lag, int channel, double value) {
        x[values + lag * channels + channel] = value;
    }

    /** Adds a slot whose profile values have been set. */
    void take(double[] lags, double[][] covariance) {
        System.arraycopy(lags, 0, x, 0, values);
        for (int i = 0; i < size; i++) {
            addRow(x[i], x, sums, i * size, i + 1);
        }
        for (int i = 0; i < values; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i * size + j] += covariance[i][j];
            }
        }
        slots++;
    }

    private static void addRow(double factor, double[] row, double[] to, int at, int length) {
        for (int j = 0; j < length; j++) {
            to[at + j] += factor * row[j];
        }
    }

    void add(Moments other) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += other.sums[k];
        }
        slots += other.slots;
    }

    double slots() {
        return slots;
    }

    /** Σ E[x_i x_j]. */
    double sum(int i, int j) {
        return i >= j ? sums[i * size + j] : sums[j * size + i];
    }
}
