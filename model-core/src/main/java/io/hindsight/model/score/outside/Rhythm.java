package io.hindsight.model.score.outside;

/**
 * How many readings make one beat of a sensor: 1, or more where readings in between bring nothing
 * new because they repeat the last one or lie on a line between two others. All lengths are in
 * beats, so that the same signal asked twice as often says the same.
 */
public final class Rhythm {
    /** The most readings of a beat. */
    public static final int MOST_READINGS = 8;

    /** In-between readings may differ by this share of a mean step, and still bring nothing. */
    private static final double NEWS = 0.05;

    private Rhythm() {}

    /**
     * The largest number u, up to {@link #MOST_READINGS}, for which every u-th reading tells all.
     *
     * @param values a stretch without holes; with fewer than ten beats in it u is not tried
     */
    public static int readingsPerBeat(float[] values, int length) {
        for (int u = MOST_READINGS; u > 1; u--) {
            for (int phase = 0; phase < u && length >= 10 * u; phase++) {
                if (tellsAll(values, length, u, phase)) {
                    return u;
                }
            }
        }
        return 1;
    }

    private static boolean tellsAll(float[] values, int length, int u, int phase) {
        double steps = 0;
        double repeated = 0;
        double between = 0;
        for (int node = phase; node + u < length; node += u) {
            double step = (double) values[node + u] - values[node];
            steps += Math.abs(step);
            for (int i = 1; i < u; i++) {
                double here = values[node + i];
                repeated += Math.abs(here - values[node]);
                between += Math.abs(here - (values[node] + step * i / u));
            }
        }
        return steps > 0 && Math.min(repeated, between) <= NEWS * (u - 1) * steps;
    }
}
