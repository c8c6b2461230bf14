package io.hindsight.model.timeline;

/**
 * How far a timeline goes.
 *
 * @param repairMillis how far behind the watermark a reading may be and still be repaired; 0 for no
 *     repairs
 * @param forgetMillis after how long without a reading all of a sensor is forgotten; {@link
 *     Long#MAX_VALUE} for never
 */
public record Limits(long repairMillis, long forgetMillis) {
    /** Nothing is repaired and nothing forgotten: for readings that are in order. */
    public static final Limits IN_ORDER = new Limits(0, Long.MAX_VALUE);

    public Limits {
        if (repairMillis < 0 || forgetMillis <= 0) {
            throw new IllegalArgumentException(
                    "repairMillis must not be negative and forgetMillis be positive: "
                            + repairMillis
                            + ", "
                            + forgetMillis);
        }
    }

    boolean repairs() {
        return repairMillis > 0;
    }

    /** The last moment that is too late to be repaired. */
    long tooLateMillis(long watermark) {
        return minus(watermark, repairMillis);
    }

    /** When a sensor is forgotten that has sent nothing since. */
    long forgottenFrom(long lastReadingMillis) {
        long from = lastReadingMillis + forgetMillis;
        return lastReadingMillis > 0 && from < 0 ? Long.MAX_VALUE : from;
    }

    /**
     * When to look whether a sensor is forgotten: a little later, so that the moment moves seldom.
     */
    long forgetTimerMillis(long lastReadingMillis) {
        long from = forgottenFrom(lastReadingMillis);
        long step = Math.max(1, forgetMillis / 8);
        return from > Long.MAX_VALUE - step
                ? Long.MAX_VALUE
                : Math.floorDiv(from + step - 1, step) * step;
    }

    private static long minus(long millis, long by) {
        long less = millis - by;
        return millis < 0 && less > 0 ? Long.MIN_VALUE : less;
    }
}
