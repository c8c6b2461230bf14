package io.hindsight.model.score;

import io.hindsight.model.score.outside.ChannelForecast;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Judges the readings of one sensor that no model is trained for: its own forecasts are in the
 * model's place, and a {@link Watcher} does the rest. Readings may be irregular, but must come in
 * the order of their times.
 *
 * <p>Owns its state; allocates nothing that lasts after the first readings.
 */
public final class Detector {
    private static final double BAND_SPREADS = 2;

    private final int channels;
    private final double alarmsPerMonth;
    private final Watcher watcher;
    private final Watch watch;
    private final Seen seen;
    private final boolean[] nothingIgnored;

    /** Of many channels; else empty. */
    private final ChannelForecast[] forecasts;

    private final double[] expected;
    private final double[] band;

    /**
     * @param channels N, at least 1
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data, positive
     */
    public Detector(int channels, double alarmsPerMonth) {
        watch = new Watch(channels);
        watcher = new Watcher(channels, true);
        this.channels = channels;
        this.alarmsPerMonth = alarmsPerMonth;
        seen = new Seen(channels);
        nothingIgnored = new boolean[channels];
        forecasts = new ChannelForecast[channels == 1 ? 0 : channels];
        Arrays.setAll(forecasts, j -> new ChannelForecast(Watcher.SEASON_MILLIS));
        expected = new double[channels];
        band = new double[channels];
    }

    public Judgement newJudgement() {
        return new Judgement(channels);
    }

    /**
     * Judges the next reading, and learns from it.
     *
     * @param values [N]; NaN is a hole, else finite
     */
    public void judge(long epochMillis, double[] values, Judgement out) {
        seen.eventTimeMillis = epochMillis;
        System.arraycopy(values, 0, seen.observed, 0, channels);
        expect(epochMillis);
        out.clear();
        if (learn(values)) {
            watcher.judge(watch, seen, alarmsPerMonth, 0, nothingIgnored, out);
        } else {
            out.warming = Math.max(0, watch.warming() - 1);
        }
        System.arraycopy(expected, 0, out.expected, 0, channels);
        System.arraycopy(band, 0, out.band, 0, channels);
    }

    private void expect(long epochMillis) {
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(band, Double.NaN);
        if (watch.views != null) {
            expected[0] = watch.views.expect(epochMillis);
            band[0] = watch.views.band();
        }
        for (int j = 0; j < forecasts.length; j++) {
            expected[j] = forecasts[j].expect(epochMillis, watch.meanIntervalMillis());
            band[j] = BAND_SPREADS * watch.joint.residualSpread(j) * forecasts[j].scale();
        }
    }

    /** Whether anything was seen. */
    private boolean learn(double[] values) {
        boolean isSeen = false;
        Arrays.fill(seen.residual, Float.NaN);
        for (int j = 0; j < channels; j++) {
            if (!Double.isNaN(values[j])) {
                isSeen = true;
                learn(j, values[j]);
            }
        }
        return isSeen;
    }

    private void learn(int j, double value) {
        if (forecasts.length == 0) {
            seen.residual[j] = 0;
            return;
        }
        forecasts[j].take(value);
        seen.deviates(j, forecasts[j].residual(), forecasts[j].deviation());
    }

    /** Alarms for each reading at each level, as measured: of which a prior is made. */
    public double[] measuredAlarms() {
        return watch.rates.measured();
    }

    /** Share of the readings above each bin of strength: of which a prior is made. */
    public double[] measuredTail() {
        return watch.tail.measured();
    }

    /** How many readings make one beat of the sensor's rhythm. */
    public int readingsPerBeat() {
        return watch.readingsPerBeat;
    }

    /** What it knows of its sensor, in bytes as they would be stored. */
    public int stateBytes() throws IOException {
        DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());
        watch.write(out);
        for (ChannelForecast forecast : forecasts) {
            forecast.write(out);
        }
        return out.size();
    }
}
