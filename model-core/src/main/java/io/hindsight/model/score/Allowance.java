package io.hindsight.model.score;

/**
 * How many alarms a sensor may raise, in terms of its readings.
 *
 * @param alarmsPerMonth that a sensor may raise in 30 days of normal data, positive
 * @param readingsPerMonth of this sensor, at least 1
 * @param readingsPerBeat of its rhythm, at least 1
 */
public record Allowance(double alarmsPerMonth, double readingsPerMonth, int readingsPerBeat) {
    /** What a month is, in milliseconds: 30 days. */
    public static final double MONTH_MILLIS = 30 * 86_400_000.0;

    private static final int QUIET_BEATS = 100;
    private static final double QUIET_SHARE = 0.25;

    public Allowance {
        if (!(alarmsPerMonth > 0)) {
            throw new IllegalArgumentException(
                    "alarmsPerMonth must be positive: " + alarmsPerMonth);
        }
        if (!(readingsPerMonth >= 1)) {
            throw new IllegalArgumentException(
                    "readingsPerMonth must be at least 1: " + readingsPerMonth);
        }
    }

    /**
     * @param intervalMillis mean time between readings; 0 if nothing is known
     */
    static Allowance of(double alarmsPerMonth, double intervalMillis, int readingsPerBeat) {
        double perMonth = Math.max(1, MONTH_MILLIS / Math.max(1, intervalMillis));
        return new Allowance(alarmsPerMonth, perMonth, readingsPerBeat);
    }

    Allowance withBeat(int readings) {
        return new Allowance(alarmsPerMonth, readingsPerMonth, readings);
    }

    double alarmsPerReading() {
        return alarmsPerMonth / readingsPerMonth;
    }

    /** Readings without a stronger one that part two alarms: a quarter of what lies between two. */
    int quietReadings() {
        double quarter = QUIET_SHARE / alarmsPerReading();
        return (int) Math.max(2, Math.min(QUIET_BEATS * readingsPerBeat, quarter));
    }
}
