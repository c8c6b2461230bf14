package io.hindsight.model.score;

import io.hindsight.model.score.outside.OutsideViews;
import java.util.Arrays;

/**
 * Judges a sensor's readings one after the other, each by the sensor's own past alone: how strange
 * it is, how likely so strange a one, whether it raises an alarm, and by which channels.
 *
 * <ol>
 *   <li>A strength without a unit, by a {@link Sight}: that of one channel looks how far outside of
 *       everything it has shown, that of many combines the residuals of all.
 *   <li>The {@link TailScore}: −log10 of the share of its readings that are as strong.
 *   <li>The alarm: a prominence above the level at which the sensor raises as many as it may
 *       ({@link AlarmRates}).
 * </ol>
 *
 * <p>The first {@value #PRELUDE} readings are kept to find the rhythm, then led through the sight;
 * over them there is a count-down, and a score of 0. Readings may be irregular, but must come in
 * the order of their times.
 *
 * <p>Owns its state; allocates nothing after the prelude.
 */
public final class Detector {
    /** Readings that are kept before anything is said. */
    static final int PRELUDE = OutsideViews.BEATS_BEFORE;

    private final int channels;
    private final long seasonMillis;
    private final double alarmsPerMonth;
    private final GroupCalibration group;
    private final AlarmRates rates = new AlarmRates();
    private final TailScore tail = new TailScore();
    private final double[] nothingGiven;
    private Prelude prelude;
    private Sight sight;
    private Allowance allowance;
    private long readings;

    /**
     * @param channels N, at least 1
     * @param seasonMillis length of the season, a day if nothing is known
     * @param alarmsPerMonth that the sensor may raise in 30 days of normal data, positive
     */
    public Detector(
            int channels, long seasonMillis, double alarmsPerMonth, GroupCalibration group) {
        if (channels < 1) {
            throw new IllegalArgumentException("channels must be at least 1: " + channels);
        }
        this.channels = channels;
        this.seasonMillis = seasonMillis;
        this.alarmsPerMonth = alarmsPerMonth;
        this.group = group;
        nothingGiven = new double[channels];
        Arrays.fill(nothingGiven, Double.NaN);
        prelude = new Prelude(channels, PRELUDE);
    }

    /** With nothing known but the number of channels. */
    public Detector(int channels, double alarmsPerMonth) {
        this(channels, 86_400_000L, alarmsPerMonth, GroupCalibration.generic(channels));
    }

    public Judgement newJudgement() {
        return new Judgement(channels);
    }

    /** Judges the next reading, with no model's expectations. */
    public void judge(long epochMillis, double[] values, Judgement out) {
        judge(epochMillis, values, nothingGiven, out);
    }

    /**
     * Judges the next reading, and learns from it.
     *
     * @param values [N]; NaN is a hole, else finite
     * @param given what a trained model expected [N]; NaN where there is none
     */
    public void judge(long epochMillis, double[] values, double[] given, Judgement out) {
        out.clear();
        if (sight == null) {
            wait(epochMillis, values, out);
            return;
        }
        if (!sight.look(epochMillis, values, given, out)) {
            return;
        }
        readings++;
        out.warming = (int) Math.max(0, (long) PRELUDE * sight.readingsPerBeat() - readings);
        out.score = tail.score(sight.spread(out.strength), group.tail());
        for (int j = 0; j < channels; j++) {
            out.without[j] = tail.score(sight.spread(sight.without(j)), group.tail());
        }
        if (out.warming == 0) {
            out.alarm =
                    rates.take(out.prominence, out.strength, readings, allowance, group.alarms());
            out.threshold = rates.threshold();
            tail.count(sight.spread(out.strength));
        }
    }

    private void wait(long epochMillis, double[] values, Judgement out) {
        boolean seen = prelude.add(epochMillis, values);
        out.warming = PRELUDE - prelude.size();
        out.score = seen ? 0 : Double.NaN;
        if (prelude.isFull()) {
            begin();
        }
    }

    private void begin() {
        allowance = allowance(prelude.readingsPerBeat());
        sight = newSight(prelude.intervalMillis(), allowance);
        Judgement unsaid = newJudgement();
        for (int i = 0; i < prelude.size(); i++) {
            sight.look(prelude.timeMillis(i), prelude.values(i), nothingGiven, unsaid);
        }
        readings = prelude.size();
        prelude = null;
    }

    private Allowance allowance(int readingsPerBeat) {
        double perMonth = Math.max(1, Allowance.MONTH_MILLIS / prelude.intervalMillis());
        return new Allowance(alarmsPerMonth, perMonth, channels == 1 ? readingsPerBeat : 1);
    }

    private Sight newSight(long intervalMillis, Allowance allowed) {
        return channels == 1
                ? new OneChannel(allowed.readingsPerBeat(), seasonMillis, allowed)
                : new ManyChannels(channels, seasonMillis, intervalMillis, allowed);
    }

    /**
     * Alarms for each beat at each level, as measured on what was judged: of which a prior is made.
     */
    public double[] measuredAlarms() {
        return rates.measured();
    }

    /** Share of the readings above each bin of strength: of which a prior is made. */
    public double[] measuredTail() {
        return tail.measured();
    }
}
