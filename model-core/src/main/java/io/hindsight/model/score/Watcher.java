package io.hindsight.model.score;

import io.hindsight.model.score.joint.JointResult;
import io.hindsight.model.score.joint.JointScorer;

/**
 * Judges the readings of sensors, each by the sensor's own past: how strange it is, how likely so
 * strange a one, whether it raises an alarm, and by which channels.
 *
 * <ol>
 *   <li>A strength without a unit: of one channel by how far outside of everything it has shown it
 *       lies ({@link io.hindsight.model.score.outside.OutsideViews}), of many by the residuals of
 *       all ({@link JointScorer}), and of either by whether readings come at another pace ({@link
 *       io.hindsight.model.score.outside.Pace}).
 *   <li>The {@link TailScore}: −log10 of the share of its readings that are as strong.
 *   <li>The alarm: a prominence above the level at which the sensor raises as many as it may
 *       ({@link AlarmRates}).
 * </ol>
 *
 * <p>A sensor's past is in its {@link Watch}; its first {@value Watch#WARMING_BEATS} beats are a
 * count-down. Owns scratch and serves one thread; allocates nothing that lasts.
 */
public final class Watcher {
    static final long SEASON_MILLIS = 86_400_000L;

    /** No score is higher while the sensor's own past cannot bear it. */
    public static final float HIGHEST_WHILE_WARMING = 3;

    /** Strengths of many channels in the measure of one: levels of prominence serve both. */
    private static final double UNIT = 1 / 20.0;

    /** Cubes of strengths of many channels in the measure that prominence has its floor in. */
    private static final double STANDING_OUT = 10;

    /** What evidence of another pace counts, as that of any other view. */
    private static final double PACE = 0.5;

    private final int channels;
    private final GroupCalibration group;
    private final JointScorer scorer;
    private final JointResult joint;

    /** Of the reading that is judged: what its time adds to its strength. */
    private double otherPace;

    /**
     * @param channels N, at least 1
     * @param seasonal whether there are departures from a season
     */
    public Watcher(int channels, boolean seasonal) {
        this.channels = channels;
        group = GroupCalibration.generic(channels);
        scorer = channels == 1 ? null : new JointScorer(channels, seasonal);
        joint = channels == 1 ? null : new JointResult(channels);
    }

    /**
     * Judges a sensor's next reading by itself, then learns from it.
     *
     * @param seen what there is to judge; at least one channel is no hole
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data
     * @param intervalMillis of the sensor; 0 if it has none, then the mean one so far counts
     * @param ignored channels [N] that neither raise an alarm nor prolong one
     */
    public void judge(
            Watch watch,
            Seen seen,
            double alarmsPerMonth,
            long intervalMillis,
            boolean[] ignored,
            Judgement out) {
        judge(watch, Beside.NONE, seen, alarmsPerMonth, intervalMillis, ignored, out);
    }

    /**
     * The same, with a net beside the views.
     *
     * @param beside the views of a sensor of one channel
     */
    void judge(
            Watch watch,
            Beside beside,
            Seen seen,
            double alarmsPerMonth,
            long intervalMillis,
            boolean[] ignored,
            Judgement out) {
        out.clear();
        watch.count(seen.eventTimeMillis);
        double interval = intervalMillis > 0 ? intervalMillis : watch.meanIntervalMillis();
        out.intervalMillis = interval;
        Allowance allowance = Allowance.of(alarmsPerMonth, interval, watch.readingsPerBeat);
        otherPace = PACE * watch.pace.take(seen.eventTimeMillis);
        double counted =
                channels == 1
                        ? one(watch, beside, seen, allowance, ignored[0], out)
                        : many(watch, seen, allowance, ignored, out);
        out.pastMillis = watch.pastMillis();
        watch.extremes.take(seen.observed, out.beyond);
        out.warming = watch.warming();
        if (out.warming > 0) {
            out.score = 0;
            out.counted = 0;
            return;
        }
        rate(watch, seen, allowance, counted, out);
    }

    /** The strength that counts for alarms. */
    private double one(
            Watch watch,
            Beside beside,
            Seen seen,
            Allowance allowance,
            boolean ignored,
            Judgement out) {
        double observed = seen.observed[0];
        double expected = seen.expected[0];
        if (watch.prelude != null) {
            watch.prelude.add(seen.eventTimeMillis, observed, expected);
            if (watch.prelude.isFull()) {
                begin(watch, beside, allowance);
            }
            return 0;
        }
        double strange = take(watch, beside, seen.eventTimeMillis, observed, expected);
        out.strength = strange + otherPace;
        out.prominence = watch.prominence.of(out.strength);
        out.share[0] = out.strength > 0 ? 1 : 0;
        if (ignored) {
            out.prominence = 0;
            return 0;
        }
        return out.strength;
    }

    /** Finds the rhythm in the first readings, and leads them through the views. */
    private static void begin(Watch watch, Beside beside, Allowance allowance) {
        Prelude prelude = watch.prelude;
        int readingsPerBeat = prelude.readingsPerBeat();
        watch.setLengths(readingsPerBeat, allowance.withBeat(readingsPerBeat).quietReadings());
        beside.begin(readingsPerBeat);
        for (int i = 0; i < prelude.size(); i++) {
            watch.prominence.of(
                    take(
                            watch,
                            beside,
                            prelude.timeMillis(i),
                            prelude.value(i),
                            prelude.expected(i)));
        }
    }

    /** What the views and the net beside them say of a value; both learn it. */
    private static double take(
            Watch watch, Beside beside, long epochMillis, double value, double given) {
        beside.expect(watch.views.expect(epochMillis), watch.views.usual());
        double strength = watch.views.take(value, given);
        return strength + beside.take(value, watch.views, strength);
    }

    /** The strength that counts for alarms. */
    private double many(
            Watch watch, Seen seen, Allowance allowance, boolean[] ignored, Judgement out) {
        scorer.score(watch.joint, seen.residual, seen.departure, joint);
        if (watch.warming() > 0) {
            return 0;
        }
        if (!watch.hasLengths()) {
            watch.setLengths(1, allowance.quietReadings());
        }
        out.strength = joint.strength * UNIT + otherPace;
        System.arraycopy(joint.share, 0, out.share, 0, channels);
        double counted =
                isAnyOf(ignored) ? scorer.strengthBut(ignored) * UNIT + otherPace : out.strength;
        out.prominence = watch.prominence.alone(STANDING_OUT * cube(counted));
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

    /** Score and alarm, by the sensor's own past and its group's. */
    private void rate(Watch watch, Seen seen, Allowance allowance, double counted, Judgement out) {
        out.score = score(watch, out.strength);
        out.counted = counted == out.strength ? out.score : score(watch, counted);
        for (int j = 0; j < channels; j++) {
            double without = otherPace + (channels == 1 ? 0 : joint.without[j] * UNIT);
            out.without[j] = Float.isNaN(seen.residual[j]) ? Double.NaN : score(watch, without);
        }
        out.alarm =
                watch.rates.take(
                        out.prominence, counted, watch.readings, allowance, group.alarms());
        out.threshold = watch.rates.threshold();
        watch.tail.count(spread(out.strength));
    }

    private double score(Watch watch, double strength) {
        return watch.tail.score(spread(strength), group.tail());
    }

    /** A strength, spread out so that a tenth of a decade tells strengths apart. */
    private double spread(double strength) {
        return channels == 1 ? strength : cube(strength);
    }

    /** Strengths of many channels lie close together: their cubes do not. */
    private static double cube(double strength) {
        return strength * strength * strength;
    }
}
