package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which deviations of a group are ignored, and from when on: what people wanted. The value only
 * holds what was sent; whether the rules can be read, the versions rise and nothing is changed that
 * was decided is the receiver's to verify.
 *
 * @param group name of the sensor group
 * @param editions by rising version, at most {@value #MOST_EDITIONS}
 * @param writtenMillis when it was written, by the writer's clock
 */
public record ModelSuppression(String group, List<Edition> editions, long writtenMillis)
        implements ModelRecord {

    /** How many editions a group has at most. */
    public static final int MOST_EDITIONS = 32;

    public ModelSuppression {
        requireNonNull(group, "group");
        editions = List.copyOf(editions);
    }

    /** The key of what is ignored of a group. */
    public static String key(String group) {
        return group + "/suppression";
    }

    @Override
    public String key() {
        return key(group);
    }

    /**
     * All rules from a time on, in the place of those before.
     *
     * @param version within the group, from 1, rising
     * @param fromMillis event time from which it is asked to act, or {@link #AT_ONCE}
     * @param rules the JSON of a suppression file
     */
    public record Edition(int version, long fromMillis, String rules) {
        /** The time that means: at once. */
        public static final long AT_ONCE = 0;

        public Edition {
            requireNonNull(rules, "rules");
        }
    }
}
