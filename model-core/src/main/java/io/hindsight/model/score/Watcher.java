package io.hindsight.model.score;

import io.hindsight.model.score.joint.JointResult;
import io.hindsight.model.score.joint.JointScorer;
import java.util.Arrays;

/**
 * Judges the readings of sensors that a trained model predicts: what {@link Detector} does for
 * those that none does, with the model's residuals in the place of its own forecasts.
 *
 * <p>A sensor of one channel is judged by how far outside of its past it lies, one of many by the
 * residuals of all. Owns scratch and serves one thread; allocates nothing after construction.
 */
public final class Watcher {
    static final long SEASON_MILLIS = 86_400_000L;

    /** Readings from which a sensor's scales are learned before it raises alarms. */
    public static final int WARMING_READINGS = JointScorer.SILENT_READINGS;

    /** No score is higher while the sensor's own past cannot bear it. */
    public static final float HIGHEST_WHILE_WARMING = 3;

    private final int channels;
    private final GroupCalibration group;
    private final JointScorer scorer;
    private final JointResult joint;

    /**
     * @param channels D, at least 1
     * @param seasonal whether the model knows a season, which departures are from
     */
    public Watcher(int channels, boolean seasonal) {
        this.channels = channels;
        group = GroupCalibration.generic(channels);
        scorer = channels == 1 ? null : new JointScorer(channels, seasonal);
        joint = channels == 1 ? null : new JointResult(channels);
    }

    /**
     * Of a sensor that nothing is known of.
     *
     * @param intervalMillis as {@link #judge}
     */
    public Watch newWatch(double alarmsPerMonth, long intervalMillis) {
        double perMonth = Math.max(1, Allowance.MONTH_MILLIS / Math.max(1, intervalMillis));
        return new Watch(channels, new Allowance(alarmsPerMonth, perMonth, 1).quietReadings());
    }

    /**
     * Judges a sensor's next reading, then learns from it.
     *
     * @param seen what there is to judge; at least one channel is no hole
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data
     * @param intervalMillis of the sensor; 0 if it has none, then the mean one so far counts
     * @param ignored channels [D] that neither raise an alarm nor prolong one
     */
    public void judge(
            Watch watch,
            Seen seen,
            double alarmsPerMonth,
            long intervalMillis,
            boolean[] ignored,
            Judgement out) {
        out.clear();
        double counted =
                watch.joint == null ? one(watch, seen, out) : many(watch, seen, out, ignored);
        if (watch.joint == null && ignored[0]) {
            counted = 0;
            out.prominence = 0;
        }
        if (watch.readings == 0) {
            watch.firstMillis = seen.eventTimeMillis;
        }
        watch.readings++;
        out.warming = (int) Math.max(0, WARMING_READINGS - watch.readings + 1);
        if (out.warming > 0) {
            return;
        }
        out.score = watch.tail.score(spread(out.strength), group.tail());
        out.counted =
                counted == out.strength
                        ? out.score
                        : watch.tail.score(spread(counted), group.tail());
        for (int d = 0; d < channels; d++) {
            double without = watch.joint == null ? 0 : joint.without[d] * ManyChannels.UNIT;
            out.without[d] =
                    Double.isNaN(seen.residual[d])
                            ? Double.NaN
                            : watch.tail.score(spread(without), group.tail());
        }
        Allowance allowance =
                allowance(watch, seen.eventTimeMillis, alarmsPerMonth, intervalMillis);
        out.alarm =
                watch.rates.take(
                        out.prominence, counted, watch.readings, allowance, group.alarms());
        out.threshold = watch.rates.threshold();
        watch.tail.count(spread(out.strength));
    }

    private double spread(double strength) {
        return channels == 1 ? strength : ManyChannels.cube(strength);
    }

    private double one(Watch watch, Seen seen, Judgement out) {
        watch.views.expect(seen.eventTimeMillis);
        out.strength = watch.views.take(seen.observed[0], seen.expected[0], true);
        out.prominence = watch.prominence.of(out.strength);
        out.share[0] = out.strength > 0 ? 1 : 0;
        return out.strength;
    }

    private double many(Watch watch, Seen seen, Judgement out, boolean[] ignored) {
        scorer.score(watch.joint, seen.residual, seen.departure, joint);
        out.strength = joint.strength * ManyChannels.UNIT;
        System.arraycopy(joint.share, 0, out.share, 0, channels);
        double counted =
                isAnyOf(ignored) ? scorer.strengthBut(ignored) * ManyChannels.UNIT : out.strength;
        out.prominence = ManyChannels.prominence(watch.stretch, counted);
        return counted;
    }

    private static boolean isAnyOf(boolean[] ignored) {
        for (boolean one : ignored) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private static Allowance allowance(
            Watch watch, long nowMillis, double alarmsPerMonth, long intervalMillis) {
        double interval =
                intervalMillis > 0
                        ? intervalMillis
                        : (nowMillis - watch.firstMillis)
                                / (double) Math.max(1, watch.readings - 1);
        double perMonth = Math.max(1, Allowance.MONTH_MILLIS / Math.max(1, interval));
        return new Allowance(alarmsPerMonth, perMonth, 1);
    }

    /** A reading as a model saw it: what the model's step fills in, and uses again. */
    public static final class Seen {
        public long eventTimeMillis;

        /** What was observed and what was expected [D], in natural units; NaN is a hole. */
        public final double[] observed;

        public final double[] expected;

        /** Observed − predicted, and observed − season's profile [D], in z units; NaN is a hole. */
        public final float[] residual;

        public final float[] departure;

        public Seen(int channels) {
            observed = new double[channels];
            expected = new double[channels];
            residual = new float[channels];
            departure = new float[channels];
            Arrays.fill(residual, Float.NaN);
        }
    }
}
