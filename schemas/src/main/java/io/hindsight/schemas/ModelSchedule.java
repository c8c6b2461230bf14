package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which models of a group act, and from when on: what people ordered. The value only holds what was
 * sent; whether the numbers rise and nothing is changed that was decided is the receiver's to
 * verify.
 *
 * @param group name of the sensor group
 * @param orders by rising number, at most {@value #MOST_ORDERS}
 * @param writtenMillis when it was written, by the writer's clock
 */
public record ModelSchedule(String group, List<Order> orders, long writtenMillis)
        implements ModelRecord {

    /** How many orders a schedule has at most. */
    public static final int MOST_ORDERS = 64;

    public ModelSchedule {
        requireNonNull(group, "group");
        orders = List.copyOf(orders);
    }

    /** The key of a group's schedule. */
    public static String key(String group) {
        return group;
    }

    @Override
    public String key() {
        return key(group);
    }

    /**
     * One order.
     *
     * @param number within the group, from 1, rising
     * @param version of the model; {@link #NO_VERSION} with a shadow that is to be no more
     * @param fromMillis event time from which it is asked to act, or {@link #AT_ONCE}
     */
    public record Order(int number, Kind kind, long version, long fromMillis) {
        /** The time that means: at once. */
        public static final long AT_ONCE = 0;

        /** The version that means: none. */
        public static final long NO_VERSION = 0;

        public Order {
            requireNonNull(kind, "kind");
        }
    }

    /** What is ordered. */
    public enum Kind implements Word {
        /** The version's results are the group's results. */
        ACTIVATE("activate"),
        /** The version runs beside the active one, to be compared. */
        SHADOW("shadow"),
        /** The version acts no more. */
        WITHDRAW("withdraw");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
