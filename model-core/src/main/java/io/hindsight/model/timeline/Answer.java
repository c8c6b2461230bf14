package io.hindsight.model.timeline;

import io.hindsight.model.sensor.StepResult;

/**
 * What is said of one slot.
 *
 * @param modelVersion of the model that says it, 0 where there is none: what is scored then is so
 *     by the sensor's own past alone
 * @param result not to be changed
 */
public record Answer(Status status, long modelVersion, StepResult result) {
    private static final long PRIME = 0x100000001B3L;

    /** What kind of slot it is. */
    public enum Status {
        /** A reading, and no model yet. */
        WAITING,
        /** A reading that was scored. */
        SCORED,
        /** No reading when one was due. */
        MISSING,
        /** The same, and the last of them of which anything is said until the sensor is back. */
        LOST,
        /** There is no such slot: readings that came late have moved it. */
        WITHDRAWN
    }

    static Answer waiting(long eventTimeMillis, double[] observed) {
        return new Answer(Status.WAITING, 0, StepResult.ofObserved(eventTimeMillis, observed));
    }

    static Answer withdrawn(long eventTimeMillis) {
        return new Answer(
                Status.WITHDRAWN, 0, StepResult.ofObserved(eventTimeMillis, new double[0]));
    }

    public long eventTimeMillis() {
        return result.eventTimeMillis;
    }

    /**
     * A digest of all that is said, by which it is known whether the same was said before without
     * keeping it. Never 0.
     */
    long digest() {
        long digest = 0xCBF29CE484222325L;
        digest = mix(digest, status.name().hashCode());
        digest = mix(digest, modelVersion);
        digest = mix(digest, Float.floatToIntBits(result.score));
        for (int d = 0; d < result.channelCount(); d++) {
            digest = mix(digest, Double.doubleToLongBits(result.observed[d]));
            digest = mix(digest, Float.floatToIntBits(result.expected[d]));
            digest = mix(digest, Float.floatToIntBits(result.spread[d]));
            digest = mix(digest, Float.floatToIntBits(result.imputed[d]));
            digest = mix(digest, Float.floatToIntBits(result.channelScore[d]));
            digest = mix(digest, Float.floatToIntBits(result.share[d]));
            digest = mix(digest, Float.floatToIntBits(result.without[d]));
        }
        digest = mix(digest, result.warming);
        if (result.suppressed != null) {
            digest = mix(digest, result.suppressed.hashCode());
        }
        return digest == 0 ? 1 : digest;
    }

    static long mix(long digest, long value) {
        long mixed = (digest ^ value) * PRIME;
        return mixed ^ (mixed >>> 29);
    }
}
