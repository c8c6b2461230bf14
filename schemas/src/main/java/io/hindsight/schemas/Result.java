package io.hindsight.schemas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was found for one slot of a sensor.
 *
 * @param sensor name of the sensor
 * @param group name of the sensor group
 * @param eventTimeMillis event time of the reading, or of the slot in which one was due
 * @param revision 0 for the causal estimate; a higher one supersedes the lower ones of the same
 *     sensor and event time
 * @param waitedMillis of a revision: from the slot to the reading that made it possible; 0 at once
 * @param status {@link #WAITING}, {@link #SCORED}, {@link #MISSING}, {@link #LOST}, {@link
 *     #WITHDRAWN}, or a word that a later version adds
 * @param modelVersion version of the model; 0 where there was none
 * @param score minus the base-10 logarithm of the tail probability; NaN where nothing was scored
 * @param warming readings until the sensor's own past can bear its scores; 0 when it can
 * @param suppressed name of the rule that ignores what the score says; null where the score counts
 * @param channels one for each channel, in the group's order
 */
public record Result(
        String sensor,
        String group,
        long eventTimeMillis,
        int revision,
        long waitedMillis,
        String status,
        long modelVersion,
        float score,
        int warming,
        String suppressed,
        List<ChannelResult> channels) {

    /** Kept until the first model is there; nothing is computed yet. */
    public static final String WAITING = "waiting";

    /** Predicted, scored and filled in by a model. */
    public static final String SCORED = "scored";

    /** No reading when one was due; all channels are imputed. */
    public static final String MISSING = "missing";

    /** The same, and nothing more is said of the sensor until it is back. */
    public static final String LOST = "lost";

    /** A revision: readings that came late show that there is no such slot. */
    public static final String WITHDRAWN = "withdrawn";

    public Result {
        requireNonNull(sensor, "sensor");
        requireNonNull(group, "group");
        requireNonNull(status, "status");
        channels = List.copyOf(channels);
    }

    /** One whose score counts. */
    public Result(
            String sensor,
            String group,
            long eventTimeMillis,
            int revision,
            long waitedMillis,
            String status,
            long modelVersion,
            float score,
            List<ChannelResult> channels) {
        this(
                sensor,
                group,
                eventTimeMillis,
                revision,
                waitedMillis,
                status,
                modelVersion,
                score,
                0,
                null,
                channels);
    }
}
