package io.hindsight.model.score.outside;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One channel's views of its own past, and how far outside of it a reading lies.
 *
 * <pre>
 *   view                                                       weight   kept as
 *   the value                                                     1     codebook, nearest
 *   the mean of the last 24 beats, and of 48                     ½, ½   codebook, second nearest
 *   the distance from the season's profile                        ½     span
 *   ln(mean step of the last 24 beats + 1 ‰ of the mean step)     ½     span
 *   the distance from the forecast                                ½     span
 * </pre>
 *
 * <p>The strength of a reading is the weighted sum of its views' evidence, times b/(b + 500) for a
 * sensor of b beats, and 0 in its first {@value #BEATS_BEFORE}: what was seen for a short time only
 * proves little. To that comes a small share that orders what lies inside: its distance from
 * profile and forecast, relative to their spans. Scale and offset of the values change nothing. The
 * floor, a millionth of the largest value so far, keeps rounding from being news.
 *
 * <p>Owns its state, about {@code 2.9} KiB; allocates nothing after construction.
 */
public final class OutsideViews {
    /** How many there are. */
    public static final int VIEWS = 6;

    /** Beats before anything is said. */
    public static final int BEATS_BEFORE = 100;

    private static final int BEATS_BEFORE_LEARNING = 20;
    private static final double BEATS_TO_TRUST = 500;
    private static final double INSIDE = 0.004;
    private static final double PROFILE_SHARE = 0.02;
    private static final double FLOOR = 1e-6;
    private static final double STEP_FLOOR = 1e-3;

    private final int readingsPerBeat;
    private final Recent recent;
    private final SeasonProfile profile;
    private final AutoRegression forecast;
    private final Codebook values = new Codebook(1);
    private final Codebook shortMeans = new Codebook(2);
    private final Codebook longMeans = new Codebook(2);
    private final Span fromProfile = new Span();
    private final Span restlessness = new Span();
    private final Span fromForecast = new Span();
    private final double[] evidence = new double[VIEWS];
    private final Reach reach = new Reach();
    private double steps;

    private double expected = Double.NaN;
    private double usual;
    private int slot;
    private double floor;

    /**
     * @param readingsPerBeat 1 … {@link Rhythm#MOST_READINGS}
     * @param seasonMillis length of the season, positive
     */
    public OutsideViews(int readingsPerBeat, long seasonMillis) {
        if (readingsPerBeat < 1 || readingsPerBeat > Rhythm.MOST_READINGS) {
            throw new IllegalArgumentException(
                    "readingsPerBeat must be 1 to %d: %d"
                            .formatted(Rhythm.MOST_READINGS, readingsPerBeat));
        }
        if (seasonMillis <= 0) {
            throw new IllegalArgumentException("seasonMillis must be positive: " + seasonMillis);
        }
        this.readingsPerBeat = readingsPerBeat;
        profile = new SeasonProfile(seasonMillis, SeasonProfile.SLOTS);
        recent = new Recent(readingsPerBeat);
        forecast = AutoRegression.quick(readingsPerBeat);
    }

    /** What the next value is expected to be; NaN before the first one. */
    public double expect(long epochMillis) {
        slot = profile.slot(epochMillis);
        usual = profile.at(slot);
        if (Double.isNaN(usual)) {
            usual = recent.readings() == 0 ? Double.NaN : recent.last();
        }
        floor = reach.floor();
        expected = forecast.predict(recent, usual, floor);
        return expected;
    }

    /** What the season's profile said for it; NaN before the first value. */
    public double usual() {
        return usual;
    }

    /**
     * What each view said of the last value, in the order of the table and before weights; zeros in
     * the first {@value #BEATS_BEFORE} beats.
     *
     * @param target receives {@value #VIEWS} numbers
     */
    public void readEvidence(double[] target) {
        System.arraycopy(evidence, 0, target, 0, VIEWS);
    }

    /** What a residual from the forecast has to exceed to be new, in the values' unit. */
    public double band() {
        return fromForecast.width() / 2;
    }

    /**
     * Takes the value that {@link #expect} was asked for, says its strength, and learns it.
     *
     * @param told the value, finite
     * @param given what a trained model expected; NaN if there is none
     */
    public double take(double told, double given) {
        double value = values.limited(reach.take(told));
        if (recent.readings() == 0) {
            usual = value;
            expected = value;
        }
        floor = reach.floor();
        double predicted = Double.isNaN(given) ? expected : given;
        int before = recent.readings();
        double beats = before / (double) readingsPerBeat;
        double step = recent.add(value);
        steps += step;
        double off = value - usual;
        double residual = forecast.isReady(before) ? value - predicted : 0;
        double calm = StrictMath.log(STEP_FLOOR * steps / (before + 1) + floor + recent.meanStep());
        double shortMean = recent.meanValue(Recent.SHORT_BEATS);
        double longMean = recent.meanValue(Recent.LONG_BEATS);
        double strength = 0;
        Arrays.fill(evidence, 0);
        if (beats >= BEATS_BEFORE) {
            evidence[0] = values.evidence(value, floor);
            evidence[1] = shortMeans.evidence(shortMean, floor);
            evidence[2] = longMeans.evidence(longMean, floor);
            evidence[3] = fromProfile.evidence(off, floor);
            evidence[4] = floor > 0 ? restlessness.evidence(calm, FLOOR) : 0;
            evidence[5] = fromForecast.evidence(residual, floor);
            double outside = evidence[0];
            for (int view = 1; view < VIEWS; view++) {
                outside += 0.5 * evidence[view];
            }
            double inside = fromProfile.share(off, floor) + fromForecast.share(residual, floor);
            strength =
                    beats / (beats + BEATS_TO_TRUST) * outside + INSIDE * inside * inside * inside;
        }
        if (beats >= BEATS_BEFORE_LEARNING) {
            values.learn(value, readingsPerBeat);
            shortMeans.learn(shortMean, readingsPerBeat);
            longMeans.learn(longMean, readingsPerBeat);
            fromProfile.learn(off, readingsPerBeat);
            if (floor > 0) {
                restlessness.learn(calm, readingsPerBeat);
            }
            fromForecast.learn(residual, readingsPerBeat);
        }
        forecast.learn(value, expected, before);
        profile.learn(slot, value, PROFILE_SHARE / readingsPerBeat);
        return strength;
    }

    /** One of the same that shares nothing with this one. */
    public OutsideViews copy() {
        OutsideViews copy = new OutsideViews(readingsPerBeat, profile.seasonMillis());
        copy.copyFrom(this);
        return copy;
    }

    public void copyFrom(OutsideViews other) {
        recent.copyFrom(other.recent);
        profile.copyFrom(other.profile);
        forecast.copyFrom(other.forecast);
        values.copyFrom(other.values);
        shortMeans.copyFrom(other.shortMeans);
        longMeans.copyFrom(other.longMeans);
        fromProfile.copyFrom(other.fromProfile);
        restlessness.copyFrom(other.restlessness);
        fromForecast.copyFrom(other.fromForecast);
        reach.copyFrom(other.reach);
        steps = other.steps;
    }

    /** Everything but what it was made with. */
    public void write(DataOutput out) throws IOException {
        recent.write(out);
        profile.write(out);
        forecast.write(out);
        values.write(out);
        shortMeans.write(out);
        longMeans.write(out);
        fromProfile.write(out);
        restlessness.write(out);
        fromForecast.write(out);
        reach.write(out);
        out.writeDouble(steps);
    }

    /**
     * @throws IOException if the bytes end early or are no such state
     */
    public void read(DataInput in) throws IOException {
        recent.read(in);
        profile.read(in);
        forecast.read(in);
        values.read(in);
        shortMeans.read(in);
        longMeans.read(in);
        fromProfile.read(in);
        restlessness.read(in);
        fromForecast.read(in);
        reach.read(in);
        steps = in.readDouble();
    }
}
