package io.hindsight.model.sensor;

/**
 * What was ordered of a group's models, with the event time from which it acts. That time was
 * decided once and never changes, so that the same readings get the same answers however often and
 * however fast they are played.
 *
 * @param number within the group, from 1; a higher one was given later
 * @param version of the model, 1 or more; {@link #NO_VERSION} with a shadow that is to be no more
 * @param fromMillis event time from which it acts
 */
public record Order(int number, Kind kind, long version, long fromMillis) {
    /** The version that means: none. */
    public static final long NO_VERSION = 0;

    /** The time that means: on every reading. */
    public static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

    /** The time that means: on no reading. */
    public static final long NEVER = Long.MAX_VALUE;

    public Order {
        require(number >= 1, "number must be 1 or more: " + number);
        require(
                version >= (kind == Kind.SHADOW ? NO_VERSION : 1),
                "version must be 1 or more: " + version);
    }

    /** Whether it acts on a reading of that time. */
    public boolean actsAt(long eventTimeMillis) {
        return fromMillis <= eventTimeMillis && fromMillis != NEVER;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What is ordered. */
    public enum Kind {
        /** The version answers for the group. */
        ACTIVATE,
        /** The version runs beside the active one, to be compared. */
        SHADOW,
        /** The version acts no more. */
        WITHDRAW
    }
}
