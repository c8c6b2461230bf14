package io.hindsight.model.score;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The score that people see: −log10 of the share of this sensor's readings that are as strong.
 *
 * <p>Strengths are counted in bins of a tenth of a decade; the counts fade. With N readings counted
 * and n of them at least as strong, and q the share that a group's sensors have there,
 *
 * <pre>
 *   p = (n + w · q) / (N + w),  w = {@value #PRIOR_READINGS},   score = −log10 p
 * </pre>
 *
 * <p>so that a new sensor has the scores of its group, no reading is less likely than the sensor's
 * past and its group's together can tell, and a signal that is always the same has score 0. Within
 * a bin p is interpolated log-linearly, to a half at most: one strength that comes always is no
 * less likely for being at the upper end of its bin.
 */
public final class TailScore {
    static final int BINS = 80;
    static final double LOWEST = 1e-7;
    static final int PER_DECADE = 10;

    private static final double PRIOR_READINGS = 200;

    /** Readings that are as strong, where none was: past and group can tell no more. */
    private static final double LEAST = 0.1;

    private static final double HALF_LIFE_READINGS = 50_000;
    private static final double KEPT = StrictMath.pow(2, -1 / HALF_LIFE_READINGS);
    private static final double GROWTH = 1 / KEPT;

    /** Counts in units that grow instead of counts that fade: nothing is touched but one bin. */
    private final float[] counts = new float[BINS];

    private float total;
    private float unit = 1;

    /** Bin of a strength; -1 below all. */
    static int bin(double strength) {
        if (!(strength >= LOWEST)) {
            return -1;
        }
        return Math.min(BINS - 1, (int) (PER_DECADE * StrictMath.log10(strength / LOWEST)));
    }

    /**
     * The score of a strength, before it is counted.
     *
     * @param prior share of a group's readings of at least each bin's lower edge, [BINS], falling
     */
    public double score(double strength, float[] prior) {
        int bin = bin(strength);
        if (bin < 0) {
            return 0;
        }
        double from = tail(bin, prior);
        double to = Math.max(bin + 1 < BINS ? tail(bin + 1, prior) : from, from / 2);
        double within = PER_DECADE * StrictMath.log10(strength / LOWEST) - bin;
        double share = Math.min(1, within);
        return -((1 - share) * StrictMath.log10(from) + share * StrictMath.log10(to));
    }

    private double tail(int bin, float[] prior) {
        double sum = 0;
        for (int i = BINS - 1; i >= bin; i--) {
            sum += counts[i];
        }
        double readings = total / unit + PRIOR_READINGS;
        return Math.max(LEAST, sum / unit + PRIOR_READINGS * prior[bin]) / readings;
    }

    public void count(double strength) {
        unit *= (float) GROWTH;
        int bin = bin(strength);
        if (bin >= 0) {
            counts[bin] += unit;
        }
        total += unit;
        if (unit > 1e6f) {
            for (int i = 0; i < BINS; i++) {
                counts[i] /= unit;
            }
            total /= unit;
            unit = 1;
        }
    }

    /**
     * Share of the readings that are at least at each bin's lower edge: of which a prior is made.
     */
    public double[] measured() {
        double[] shares = new double[BINS];
        double sum = 0;
        for (int i = BINS - 1; i >= 0; i--) {
            sum += counts[i];
            shares[i] = total > 0 ? sum / total : 0;
        }
        return shares;
    }

    void copyFrom(TailScore other) {
        System.arraycopy(other.counts, 0, counts, 0, BINS);
        total = other.total;
        unit = other.unit;
    }

    void write(DataOutput out) throws IOException {
        for (float count : counts) {
            out.writeFloat(count);
        }
        out.writeFloat(total);
        out.writeFloat(unit);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < BINS; i++) {
            counts[i] = in.readFloat();
        }
        total = in.readFloat();
        unit = in.readFloat();
    }
}
