package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often this sensor would have raised an alarm at each of {@value #LEVELS} levels of {@link
 * Prominence}, and so the level at which it raises as many as it may.
 *
 * <p>An alarm at a level is a prominence of at least the level that is no part of the last alarm
 * there: more than a quiet stretch after it, or, once its rise is over, twice as strong. Each level
 * keeps its own last alarm, so its count is exactly what it would have raised. Counts fade; the
 * rates that a group's sensors have on normal data count as w·allowed alarms' worth of past:
 * {@value #PRIOR_ALARMS}, and 1 for a sensor of many channels, which differ more from each other.
 *
 * <pre>
 *   rate(level) = (alarms + w · prior(level)) / (readings + w),   w = 3 / allowed
 * </pre>
 *
 * <p>The threshold is where the rate falls to the allowed one, between levels log-linearly. What is
 * new to a young sensor is not yet strange: for its first weeks a sensor that reads often is
 * allowed {@value #ALLOWED_YOUNG} alarms a beat, at most {@value #MOST_TIMES_YOUNG} times its own,
 * which falls to its own with a time constant of half a month. What it was lent so it gives back
 * over its first two years.
 */
public final class AlarmRates {
    /** Levels of prominence, a factor of 10^(1/7) apart. */
    public static final int LEVELS = 56;

    static final double LOWEST = 1e-4;

    private static final int PER_DECADE = 7;
    private static final int PRIOR_ALARMS = 3;
    private static final double ALLOWED_YOUNG = 1.2e-3;
    private static final double MOST_TIMES_YOUNG = 10;
    private static final double YOUNG_MONTHS = 0.5;
    private static final double TWO_YEARS_MONTHS = 24;
    private static final double HALF_LIFE_MONTHS = 3;
    private static final double STRONGER = 2;
    private static final int RISE_BEATS = 12;
    private static final int LONG_AGO = 1_000_000_000;
    private static final double[] LEVEL = levels();

    private final int priorAlarms;
    private final float[] alarms = new float[LEVELS];
    private final int[] since = new int[LEVELS];
    private final float[] strongest = new float[LEVELS];
    private double readings;
    private int sinceAlarm = LONG_AGO;
    private float strongestAlarm;
    private double threshold = Double.NaN;

    public AlarmRates() {
        this(PRIOR_ALARMS);
    }

    /**
     * @param priorAlarms what the group's rates count as, in alarms' worth of past
     */
    AlarmRates(int priorAlarms) {
        this.priorAlarms = priorAlarms;
        Arrays.fill(since, LONG_AGO);
    }

    private static double[] levels() {
        double[] levels = new double[LEVELS];
        for (int k = 0; k < LEVELS; k++) {
            levels[k] = LOWEST * StrictMath.pow(10, k / (double) PER_DECADE);
        }
        return levels;
    }

    static double level(int k) {
        return LEVEL[k];
    }

    /**
     * Takes the next reading in.
     *
     * @param prominence of the reading
     * @param strength of the reading, which a second alarm must exceed twofold
     * @param age readings of the sensor so far
     * @return whether it raises an alarm
     */
    public boolean take(
            double prominence, double strength, long age, Allowance allowance, float[] prior) {
        threshold = threshold(age, allowance, prior);
        double kept = StrictMath.pow(2, -1 / (HALF_LIFE_MONTHS * allowance.readingsPerMonth()));
        int quiet = allowance.quietReadings();
        int rise = Math.min(RISE_BEATS * allowance.readingsPerBeat(), quiet / 4);
        readings = readings * kept + 1;
        for (int k = 0; k < LEVELS; k++) {
            since[k] = Math.min(since[k] + 1, LONG_AGO);
            alarms[k] *= (float) kept;
            if (prominence >= LEVEL[k]
                    && isAnother(since[k], strength, strongest[k], quiet, rise)) {
                alarms[k]++;
                since[k] = 0;
                strongest[k] = (float) strength;
            } else if (since[k] <= rise) {
                strongest[k] = Math.max(strongest[k], (float) strength);
            }
        }
        sinceAlarm = Math.min(sinceAlarm + 1, LONG_AGO);
        if (prominence >= threshold
                && isAnother(sinceAlarm, strength, strongestAlarm, quiet, rise)) {
            sinceAlarm = 0;
            strongestAlarm = (float) strength;
            return true;
        }
        if (sinceAlarm <= rise) {
            strongestAlarm = Math.max(strongestAlarm, (float) strength);
        }
        return false;
    }

    private static boolean isAnother(
            int since, double strength, float strongest, int quiet, int rise) {
        return since > quiet || (since > rise && strength >= STRONGER * strongest);
    }

    /** The prominence from which the last reading would have raised an alarm. */
    public double threshold() {
        return threshold;
    }

    private double threshold(long age, Allowance allowance, float[] prior) {
        double allowed = allowed(age, allowance);
        double weight = priorAlarms / allowance.alarmsPerReading();
        double above = 0;
        for (int k = LEVELS - 1; k >= 0; k--) {
            double rate = rate(k, weight, allowance, prior);
            if (rate > allowed) {
                double share =
                        above > 0
                                ? Math.min(
                                        1,
                                        StrictMath.log(rate / allowed)
                                                / StrictMath.log(rate / above))
                                : 0.5;
                return LEVEL[k] * StrictMath.pow(10, share / PER_DECADE);
            }
            above = rate;
        }
        return LOWEST;
    }

    private double rate(int k, double weight, Allowance allowance, float[] prior) {
        double before = prior[k] / allowance.readingsPerBeat();
        return (alarms[k] + weight * before) / (readings + weight);
    }

    private static double allowed(long age, Allowance allowance) {
        double own = allowance.alarmsPerReading();
        double young =
                Math.min(ALLOWED_YOUNG / allowance.readingsPerBeat(), MOST_TIMES_YOUNG * own);
        double lent = young - own;
        if (lent <= 0) {
            return own;
        }
        double months = age / allowance.readingsPerMonth();
        double back = months < TWO_YEARS_MONTHS ? lent * YOUNG_MONTHS / TWO_YEARS_MONTHS : 0;
        return own - back + lent * StrictMath.exp(-months / YOUNG_MONTHS);
    }

    /** Alarms at each level for each reading, of which a prior can be made. */
    public double[] measured() {
        double[] rates = new double[LEVELS];
        for (int k = 0; k < LEVELS; k++) {
            rates[k] = readings > 0 ? alarms[k] / readings : 0;
        }
        return rates;
    }

    void copyFrom(AlarmRates other) {
        System.arraycopy(other.alarms, 0, alarms, 0, LEVELS);
        System.arraycopy(other.since, 0, since, 0, LEVELS);
        System.arraycopy(other.strongest, 0, strongest, 0, LEVELS);
        readings = other.readings;
        sinceAlarm = other.sinceAlarm;
        strongestAlarm = other.strongestAlarm;
        threshold = other.threshold;
    }

    void write(DataOutput out) throws IOException {
        for (int k = 0; k < LEVELS; k++) {
            out.writeFloat(alarms[k]);
            out.writeInt(since[k]);
            out.writeFloat(strongest[k]);
        }
        out.writeDouble(readings);
        out.writeInt(sinceAlarm);
        out.writeFloat(strongestAlarm);
        out.writeDouble(threshold);
    }

    void read(DataInput in) throws IOException {
        for (int k = 0; k < LEVELS; k++) {
            alarms[k] = in.readFloat();
            since[k] = in.readInt();
            strongest[k] = in.readFloat();
        }
        readings = in.readDouble();
        sinceAlarm = in.readInt();
        strongestAlarm = in.readFloat();
        threshold = in.readDouble();
    }
}
