package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * From which event time on each order of a group's {@link ModelSchedule} and each version of its
 * {@link ModelSuppression} really acts, as the job decided it, once.
 *
 * @param group name of the sensor group
 * @param times one for each order that was decided, by rising number
 * @param suppressions one for each version of what is suppressed that was decided, by rising
 *     version
 */
public record ModelTimes(String group, List<Time> times, List<Time> suppressions)
        implements ModelRecord {

    public ModelTimes {
        requireNonNull(group, "group");
        times = List.copyOf(times);
        suppressions = List.copyOf(suppressions);
    }

    /** Of orders alone. */
    public ModelTimes(String group, List<Time> times) {
        this(group, times, List.of());
    }

    /** The key of a group's times. */
    public static String key(String group) {
        return group + "/times";
    }

    @Override
    public String key() {
        return key(group);
    }

    /**
     * The time of one order, or of one version of what is suppressed.
     *
     * @param number of the order, or the version
     * @param fromMillis event time from which it acts
     */
    public record Time(int number, long fromMillis) {
        /** The time that means: on every reading. */
        public static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

        /** The time of an order that a later one overtook while it waited for its release. */
        public static final long NEVER = Long.MAX_VALUE;
    }
}
