package io.hindsight.model.score;

import io.hindsight.model.score.joint.JointResult;
import io.hindsight.model.score.joint.JointScorer;
import io.hindsight.model.score.joint.JointState;
import io.hindsight.model.score.outside.ChannelForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A sensor of many channels: the residuals of all of them, in one strength. */
final class ManyChannels implements Sight {
    /** Strengths of many channels in the measure of one: levels of prominence serve both. */
    static final double UNIT = 1 / 20.0;

    private static final double BAND_SPREADS = 2;
    private static final double MOST_UNITS = 1e6;

    private final ChannelForecast[] forecasts;
    private final JointScorer scorer;
    private final Stretch stretch;
    private JointState state;
    private final JointResult result;
    private final float[] residual;
    private final float[] deviation;

    ManyChannels(int channels, long seasonMillis, long intervalMillis, Allowance allowance) {
        stretch = new Stretch(allowance.quietReadings());
        forecasts = new ChannelForecast[channels];
        for (int j = 0; j < channels; j++) {
            forecasts[j] = new ChannelForecast(seasonMillis, intervalMillis);
        }
        scorer = new JointScorer(channels, true);
        state = new JointState(channels);
        result = new JointResult(channels);
        residual = new float[channels];
        deviation = new float[channels];
    }

    @Override
    public boolean look(long epochMillis, double[] values, double[] given, Judgement out) {
        boolean seen = false;
        Arrays.fill(residual, Float.NaN);
        for (int j = 0; j < forecasts.length; j++) {
            ChannelForecast forecast = forecasts[j];
            double expected = forecast.expect(epochMillis);
            out.expected[j] = Double.isNaN(given[j]) ? expected : given[j];
            out.band[j] = BAND_SPREADS * state.residualSpread(j) * forecast.scale();
            if (!Double.isNaN(values[j])) {
                double scale = forecast.scale();
                forecast.take(values[j]);
                residual[j] = limited(forecast.residual());
                if (!Double.isNaN(given[j])) {
                    residual[j] = scale > 0 ? (float) ((values[j] - given[j]) / scale) : 0;
                }
                deviation[j] = limited(forecast.deviation());
                seen = true;
            }
        }
        if (!seen) {
            return false;
        }
        scorer.score(state, residual, deviation, result);
        out.strength = result.strength * UNIT;
        out.prominence = prominence(stretch, out.strength);
        System.arraycopy(result.share, 0, out.share, 0, out.share.length);
        return true;
    }

    private static float limited(double units) {
        return (float) Math.max(-MOST_UNITS, Math.min(MOST_UNITS, units));
    }

    /** Strengths of many channels lie close together: their cubes do not. */
    static double cube(double strength) {
        return strength * strength * strength;
    }

    static double prominence(Stretch stretch, double strength) {
        return stretch.exceeds((float) strength) ? cube(strength) : 0;
    }

    @Override
    public double without(int channel) {
        return result.without[channel] * UNIT;
    }

    @Override
    public double spread(double strength) {
        return cube(strength);
    }

    @Override
    public int readingsPerBeat() {
        return 1;
    }

    @Override
    public void copyFrom(Sight other) {
        ManyChannels from = (ManyChannels) other;
        for (int j = 0; j < forecasts.length; j++) {
            forecasts[j].copyFrom(from.forecasts[j]);
        }
        stretch.copyFrom(from.stretch);
        state = from.state.copy();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (ChannelForecast forecast : forecasts) {
            forecast.write(out);
        }
        stretch.write(out);
        state.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (ChannelForecast forecast : forecasts) {
            forecast.read(in);
        }
        stretch.read(in);
        state = JointState.read(in, forecasts.length);
    }
}
