package io.hindsight.model.score;

import io.hindsight.model.score.outside.ChannelForecast;
import java.util.Arrays;

/**
 * Judges the readings of sensors that no model is trained for: the sensor's own forecasts are in
 * the model's place, and a {@link Watcher} does the rest. Readings may be irregular, but must come
 * in the order of their times.
 *
 * <p>A sensor's past is in its {@link DetectorState}. Owns scratch and serves one thread; allocates
 * nothing that lasts.
 */
public final class DetectorStep {
    private static final double BAND_SPREADS = 2;

    private final int channels;
    private final Watcher watcher;
    private final Seen seen;
    private final double[] expected;
    private final double[] band;

    /**
     * @param channels N, at least 1
     */
    public DetectorStep(int channels) {
        this.channels = channels;
        watcher = new Watcher(channels, true);
        seen = new Seen(channels);
        expected = new double[channels];
        band = new double[channels];
    }

    /**
     * Says what the next reading is expected to be, channel by channel.
     *
     * @param beside the views of a sensor of one channel, of that very sensor
     */
    public void expect(DetectorState state, Beside beside, long epochMillis, Judgement out) {
        out.clear();
        seen.eventTimeMillis = epochMillis;
        expect(state, beside, epochMillis);
        tell(out);
    }

    /**
     * Judges the reading that was expected last, and learns from it.
     *
     * @param values [N]; NaN is a hole, else finite
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data
     * @param ignored channels [N] that neither raise an alarm nor prolong one
     */
    public void judge(
            DetectorState state,
            Beside beside,
            double[] values,
            double alarmsPerMonth,
            boolean[] ignored,
            Judgement out) {
        System.arraycopy(values, 0, seen.observed, 0, channels);
        out.clear();
        if (learn(state, values)) {
            watcher.judge(state.watch, beside, seen, alarmsPerMonth, 0, ignored, out);
        } else {
            out.warming = Math.max(0, state.watch.warming() - 1);
        }
        tell(out);
    }

    private void tell(Judgement out) {
        System.arraycopy(expected, 0, out.expected, 0, channels);
        System.arraycopy(band, 0, out.band, 0, channels);
    }

    private void expect(DetectorState state, Beside beside, long epochMillis) {
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(band, Double.NaN);
        Watch watch = state.watch;
        if (watch.views != null) {
            expected[0] = beside.expect(watch.views.expect(epochMillis), watch.views.usual());
            band[0] = beside.band(watch.views.band());
        }
        for (int j = 0; j < state.forecasts.length; j++) {
            ChannelForecast forecast = state.forecasts[j];
            expected[j] = forecast.expect(epochMillis, watch.meanIntervalMillis());
            band[j] = BAND_SPREADS * watch.joint.residualSpread(j) * forecast.scale();
        }
    }

    /** Whether anything was seen. */
    private boolean learn(DetectorState state, double[] values) {
        boolean isSeen = false;
        Arrays.fill(seen.residual, Float.NaN);
        for (int j = 0; j < channels; j++) {
            if (!Double.isNaN(values[j])) {
                isSeen = true;
                learn(state, j, values[j]);
            }
        }
        return isSeen;
    }

    private void learn(DetectorState state, int j, double value) {
        if (channels == 1) {
            seen.residual[j] = 0;
            return;
        }
        ChannelForecast forecast = state.forecasts[j];
        forecast.take(value);
        seen.deviates(j, forecast.residual(), forecast.deviation());
    }
}
