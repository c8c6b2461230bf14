package io.hindsight.model.generic;

import io.hindsight.model.score.Prominence;
import io.hindsight.model.score.outside.OutsideViews;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One channel's reading as the net sees it: {@value #SIZE} numbers without a unit, from the
 * channel's own running statistics alone, so that neither scale nor offset of the values shows.
 *
 * <p>A distance d beside its usual size s is q/(1 + |q|/8) with q = d/s; two sizes a and b beside
 * one another are 4(√a − √b)/(√a + √b), which is about ln(a/b) where they are near. Both are
 * bounded, and both are made of operations that give the same bits on all machines.
 *
 * <p>Slow statistics remember about {@value #SLOW_BEATS} beats and are those before the value;
 * quick ones remember {@value #QUICK_BEATS} or {@value #BRIEF_BEATS} beats with it.
 */
public final class GenericInputs {
    /** Numbers that a value enters with. */
    public static final int SIZE = 27;

    /** Numbers that are known before the value. */
    public static final int PRIOR_SIZE = 3;

    private static final int SLOW_BEATS = 2_000;
    private static final int QUICK_BEATS = 24;
    private static final int BRIEF_BEATS = 6;
    private static final double MOST = 8;
    private static final double FLOOR = 1e-6;
    private static final double BEATS_TO_TRUST = 500;
    private static final double LONG_RUN = 8;
    private static final int STRETCH_BEATS = 100;
    private static final int VIEWS_FROM = 18;

    private static final int MEAN = 0;
    private static final int DEVIATION = 1;
    private static final int STEP = 2;
    private static final int OFF = 3;
    private static final int RESIDUAL = 4;
    private static final int REPEATS = 5;
    private static final int QUICK_MEAN = 6;
    private static final int QUICK_STEP = 7;
    private static final int QUICK_OFF_SIZE = 8;
    private static final int QUICK_RESIDUAL = 9;
    private static final int QUICK_OFF = 10;
    private static final int BRIEF_OFF = 11;
    private static final int STATISTICS = 12;

    private final int readingsPerBeat;
    private final double[] level = new double[STATISTICS];
    private final double[] evidence = new double[OutsideViews.VIEWS];
    private final Prominence prominence;
    private double last = Double.NaN;
    private double largest;
    private double stood;
    private int readings;
    private int run;

    public GenericInputs(int readingsPerBeat) {
        this.readingsPerBeat = readingsPerBeat;
        prominence = new Prominence(readingsPerBeat, STRETCH_BEATS * readingsPerBeat);
    }

    int readingsPerBeat() {
        return readingsPerBeat;
    }

    /** Values that were taken. */
    int readings() {
        return readings;
    }

    /** The last value; NaN before the first one. */
    public double last() {
        return last;
    }

    /** The usual size of a residual from the forecast that is given; 0 while there is none. */
    public double residualSize() {
        return Math.max(level[RESIDUAL], FLOOR * largest);
    }

    /**
     * What is known before a value.
     *
     * @param expected by the views' own forecast
     * @param usual by the season's profile
     * @param row receives {@value #PRIOR_SIZE} numbers
     */
    public void before(double expected, double usual, float[] row) {
        row[0] = beside(usual - expected, level[RESIDUAL]);
        row[1] = beside(last - expected, level[RESIDUAL]);
        row[2] = beside(usual - last, level[DEVIATION]);
    }

    /**
     * Takes a value in.
     *
     * @param expected by the views' own forecast; NaN for the first value
     * @param usual by the season's profile; NaN for the first value
     * @param views that have taken the value
     * @param strength what the views said of it
     * @param row receives {@value #SIZE} numbers
     */
    public void take(
            double value,
            double expected,
            double usual,
            OutsideViews views,
            double strength,
            float[] row) {
        if (readings == 0) {
            last = value;
            level[MEAN] = value;
            level[QUICK_MEAN] = value;
        }
        largest = Math.max(largest, Math.abs(value));
        double off = readings == 0 ? 0 : value - usual;
        double residual = readings == 0 ? 0 : value - expected;
        double step = value - last;
        run = step == 0 ? run + 1 : 0;
        learnQuickly(value, step, off, residual);
        describe(value, step, off, residual, usual, row);
        views.readEvidence(evidence);
        for (int view = 0; view < evidence.length; view++) {
            row[VIEWS_FROM + view] = (float) (evidence[view] / (evidence[view] + 0.3));
        }
        double stands = prominence.of(strength);
        stood = Math.max(stands, stood * (1 - share(QUICK_BEATS)));
        row[24] = (float) (strength / (strength + 0.12));
        row[25] = (float) (stands / (stands + 0.4));
        row[26] = (float) (stood / (stood + 0.4));
        learnSlowly(value, step, off, residual);
        last = value;
        readings++;
    }

    private void describe(
            double value, double step, double off, double residual, double usual, float[] row) {
        double deviation = level[DEVIATION];
        row[0] = beside(value - level[MEAN], deviation);
        row[1] = beside(step, level[STEP]);
        row[2] = beside(off, level[OFF]);
        row[3] = beside(residual, level[RESIDUAL]);
        row[4] = ratio(level[QUICK_STEP], level[STEP]);
        row[5] = ratio(level[QUICK_OFF_SIZE], level[OFF]);
        row[6] = ratio(level[QUICK_RESIDUAL], level[RESIDUAL]);
        row[7] = beside(level[QUICK_MEAN] - level[MEAN], deviation);
        row[8] = beside(2 * level[QUICK_OFF], level[OFF]);
        row[9] = beside(2 * level[BRIEF_OFF], level[OFF]);
        row[10] = readings == 0 ? 0 : beside(usual - level[MEAN], deviation);
        row[11] = ratio(deviation, level[OFF]);
        row[12] = ratio(deviation, level[STEP]);
        row[13] = ratio(level[STEP], level[RESIDUAL]);
        double beats = readings / (double) readingsPerBeat;
        row[14] = (float) (beats / (beats + BEATS_TO_TRUST));
        row[15] = (float) (run / (run + LONG_RUN * readingsPerBeat));
        row[16] = (float) level[REPEATS];
        row[17] = ratio(Math.abs(level[QUICK_OFF]), level[QUICK_OFF_SIZE]);
    }

    private void learnQuickly(double value, double step, double off, double residual) {
        double quick = share(QUICK_BEATS);
        level[QUICK_MEAN] += quick * (value - level[QUICK_MEAN]);
        level[QUICK_STEP] += quick * (Math.abs(step) - level[QUICK_STEP]);
        level[QUICK_OFF_SIZE] += quick * (Math.abs(off) - level[QUICK_OFF_SIZE]);
        level[QUICK_RESIDUAL] += quick * (Math.abs(residual) - level[QUICK_RESIDUAL]);
        level[QUICK_OFF] += quick * (off - level[QUICK_OFF]);
        level[BRIEF_OFF] += share(BRIEF_BEATS) * (off - level[BRIEF_OFF]);
    }

    private void learnSlowly(double value, double step, double off, double residual) {
        double slow = share(SLOW_BEATS);
        level[MEAN] += slow * (value - level[MEAN]);
        level[DEVIATION] += slow * (Math.abs(value - level[MEAN]) - level[DEVIATION]);
        level[STEP] += slow * (Math.abs(step) - level[STEP]);
        level[OFF] += slow * (Math.abs(off) - level[OFF]);
        level[RESIDUAL] += slow * (Math.abs(residual) - level[RESIDUAL]);
        level[REPEATS] += slow * ((step == 0 ? 1 : 0) - level[REPEATS]);
    }

    private double share(int beats) {
        return Math.max(1.0 / (readings + 2), 1.0 / beats / readingsPerBeat);
    }

    private float beside(double distance, double usual) {
        double floor = FLOOR * largest;
        if (!(Math.abs(distance) > floor)) {
            return 0;
        }
        double q = distance / Math.max(usual, floor);
        return (float) (q / (1 + Math.abs(q) / MOST));
    }

    private float ratio(double a, double b) {
        double floor = FLOOR * largest;
        if (!(floor > 0)) {
            return 0;
        }
        double rootA = Math.sqrt(Math.max(a, floor));
        double rootB = Math.sqrt(Math.max(b, floor));
        return (float) (4 * (rootA - rootB) / (rootA + rootB));
    }

    void copyFrom(GenericInputs other) {
        System.arraycopy(other.level, 0, level, 0, STATISTICS);
        last = other.last;
        largest = other.largest;
        prominence.copyFrom(other.prominence);
        stood = other.stood;
        readings = other.readings;
        run = other.run;
    }

    void write(DataOutput out) throws IOException {
        for (double statistic : level) {
            out.writeDouble(statistic);
        }
        out.writeDouble(last);
        out.writeDouble(largest);
        out.writeDouble(stood);
        prominence.write(out);
        out.writeInt(readings);
        out.writeInt(run);
    }

    void read(DataInput in) throws IOException {
        for (int k = 0; k < STATISTICS; k++) {
            level[k] = in.readDouble();
        }
        last = in.readDouble();
        largest = in.readDouble();
        stood = in.readDouble();
        prominence.read(in);
        readings = in.readInt();
        run = in.readInt();
    }
}
