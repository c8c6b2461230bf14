package io.hindsight.model.score;

import io.hindsight.model.score.outside.ChannelForecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is known of one sensor that no model is trained for: what its scores remember, and of many
 * channels the forecast of each. The live object that a {@link DetectorStep} reads and overwrites.
 */
public final class DetectorState {
    final Watch watch;

    /** Of many channels; else empty. */
    final ChannelForecast[] forecasts;

    /**
     * Of a sensor that nothing is known of.
     *
     * @param channels N, at least 1
     */
    public DetectorState(int channels) {
        this(new Watch(channels));
    }

    private DetectorState(Watch watch) {
        this.watch = watch;
        forecasts = new ChannelForecast[watch.channels() == 1 ? 0 : watch.channels()];
        Arrays.setAll(forecasts, j -> new ChannelForecast(Watcher.SEASON_MILLIS));
    }

    public int channels() {
        return watch.channels();
    }

    /** The last value of a sensor of one channel whose rhythm is not known yet; else NaN. */
    public double held() {
        return watch.prelude == null ? Double.NaN : watch.prelude.last();
    }

    /** One that shares nothing with this one. */
    public DetectorState copy() {
        DetectorState copy = new DetectorState(watch.copy());
        for (int j = 0; j < forecasts.length; j++) {
            copy.forecasts[j].copyFrom(forecasts[j]);
        }
        return copy;
    }

    public void write(DataOutput out) throws IOException {
        watch.write(out);
        for (ChannelForecast forecast : forecasts) {
            forecast.write(out);
        }
    }

    /**
     * @throws IOException if the bytes end early or are no such state
     */
    public static DetectorState read(DataInput in) throws IOException {
        DetectorState state = new DetectorState(Watch.read(in));
        for (ChannelForecast forecast : state.forecasts) {
            forecast.read(in);
        }
        return state;
    }
}
