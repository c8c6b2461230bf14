package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One channel of many without a trained model: what is expected next, and how far a value lies from
 * that and from its season, in units of how far it usually lies from its mean.
 *
 * <p>Owns its state; allocates nothing after construction.
 */
public final class ChannelForecast {
    private static final int SLOTS = 96;
    private static final double SHARE_A_SEASON = 0.15;

    /** Mean distance from the mean, in standard deviations of a normal distribution. */
    private static final double NORMAL_DEVIATION = 0.7979;

    private final SeasonProfile profile;
    private final AutoRegression forecast = AutoRegression.steady();
    private final float[] values = new float[Lags.COUNT];
    private final Lags lags = new Ring();
    private int readings;
    private final Reach reach = new Reach();

    private int slot;
    private double share;
    private double usual;
    private double expected;
    private double residual;
    private double deviation;

    public ChannelForecast(long seasonMillis) {
        profile = new SeasonProfile(seasonMillis, SLOTS);
    }

    /**
     * What the next value is expected to be; NaN before the first one.
     *
     * @param intervalMillis mean time between readings; 0 if nothing is known
     */
    public double expect(long epochMillis, double intervalMillis) {
        double visits = profile.seasonMillis() / Math.max(1, intervalMillis) / SLOTS;
        share = SHARE_A_SEASON / Math.max(1, visits);
        slot = profile.slot(epochMillis);
        usual = profile.at(slot);
        if (Double.isNaN(usual)) {
            usual = readings == 0 ? Double.NaN : lags.last();
        }
        expected = forecast.predict(lags, usual, reach.floor());
        return expected;
    }

    /** Takes the value that {@link #expect} was asked for, finite. */
    public void take(double told) {
        double value = forecast.limited(reach.take(told), readings);
        if (readings == 0) {
            usual = value;
            expected = value;
        }
        double scale = scale();
        residual = scale > 0 ? (value - expected) / scale : 0;
        deviation = scale > 0 ? (value - usual) / scale : 0;
        forecast.learn(value, expected, readings);
        profile.learn(slot, value, share);
        values[readings % Lags.COUNT] = (float) value;
        readings++;
    }

    /** What one unit of residual and deviation is, in the values' unit; 0 while nothing varied. */
    public double scale() {
        double spread = forecast.deviation() / NORMAL_DEVIATION;
        return spread > 0 ? Math.max(spread, reach.floor()) : 0;
    }

    /** Of the last value taken: its distance from what was expected. */
    public double residual() {
        return residual;
    }

    /** Of the last value taken: its distance from what is usual at this time of the season. */
    public double deviation() {
        return deviation;
    }

    public void copyFrom(ChannelForecast other) {
        profile.copyFrom(other.profile);
        forecast.copyFrom(other.forecast);
        System.arraycopy(other.values, 0, values, 0, values.length);
        readings = other.readings;
        reach.copyFrom(other.reach);
    }

    public void write(DataOutput out) throws IOException {
        profile.write(out);
        forecast.write(out);
        Floats.write(out, values);
        out.writeInt(readings);
        reach.write(out);
    }

    public void read(DataInput in) throws IOException {
        profile.read(in);
        forecast.read(in);
        Floats.read(in, values);
        readings = in.readInt();
        reach.read(in);
    }

    private final class Ring implements Lags {
        @Override
        public double lag(int beatsAgo) {
            return beatsAgo > readings
                    ? Double.NaN
                    : values[Math.floorMod(readings - beatsAgo, COUNT)];
        }

        @Override
        public double last() {
            return lag(1);
        }

        @Override
        public int readings() {
            return readings;
        }
    }
}
