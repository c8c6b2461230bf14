package io.hindsight.model.context;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of a context's channels. They are given channels, so they come after the predicted ones
 * and, since a sensor does not send them, after all others: the predicted channels' names, each
 * with {@value #OTHERS}, then {@value #COUNT}.
 */
public final class ContextChannels {
    /** What their names end in. */
    public static final String OTHERS = "@others";

    /** The channel with the number of other sensors that have a reading in the slot. */
    public static final String COUNT = "count" + OTHERS;

    private ContextChannels() {}

    /** Whether a bundle or data set with these channels has a context. */
    public static boolean areAmong(List<String> channels) {
        return channels.contains(COUNT);
    }

    /** The channels that a context adds to these predicted ones. */
    public static List<String> of(List<String> predicted) {
        List<String> added = new ArrayList<>();
        predicted.forEach(channel -> added.add(channel + OTHERS));
        added.add(COUNT);
        return added;
    }

    /**
     * The channels that a sensor sends itself.
     *
     * @param predicted how many of the channels, the first ones, are predicted
     * @throws IllegalArgumentException if there is a context that is not whole or not at the end
     */
    public static List<String> sent(List<String> channels, int predicted) {
        if (!areAmong(channels)) {
            return channels;
        }
        List<String> added = of(channels.subList(0, predicted));
        int sent = channels.size() - added.size();
        if (sent < predicted || !channels.subList(sent, channels.size()).equals(added)) {
            throw new IllegalArgumentException(
                    "the channels of a context must be " + added + " and come last: " + channels);
        }
        return channels.subList(0, sent);
    }
}
