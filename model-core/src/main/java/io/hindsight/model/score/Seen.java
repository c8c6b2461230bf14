package io.hindsight.model.score;

import java.util.Arrays;

/** A reading beside what was expected of it: filled in for a {@link Watcher}, and used again. */
public final class Seen {
    public long eventTimeMillis;

    /** What was observed [N], in natural units; NaN is a hole. */
    public final double[] observed;

    /** What a model expected [N], in natural units; NaN where none did. Of one channel only. */
    public final double[] expected;

    /** Observed − predicted [N], in units of any one scale a channel; NaN is a hole. */
    public final float[] residual;

    /** Observed − season's profile [N], in the same units; read where there is no hole. */
    public final float[] departure;

    private static final double MOST_UNITS = 1e6;

    /** Of N channels, all holes. */
    public Seen(int channels) {
        observed = new double[channels];
        expected = new double[channels];
        residual = new float[channels];
        departure = new float[channels];
        Arrays.fill(observed, Double.NaN);
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(residual, Float.NaN);
    }

    /** What is further out is as far out as anything can be; NaN is a hole. */
    public void deviates(int channel, double fromPredicted, double fromProfile) {
        residual[channel] = limited(fromPredicted);
        departure[channel] = limited(fromProfile);
    }

    private static float limited(double units) {
        return (float) Math.max(-MOST_UNITS, Math.min(MOST_UNITS, units));
    }
}
