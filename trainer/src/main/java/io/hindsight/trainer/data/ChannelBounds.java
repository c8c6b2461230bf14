package io.hindsight.trainer.data;

import java.util.OptionalDouble;

/**
 * What the values of a channel seem to keep to, for a person to agree to.
 *
 * @param channel its name
 * @param lower no value is below
 * @param upper no value is above
 * @param zeroInflated exactly 0 is a state of its own beside values that are spread out, such as no
 *     rain
 * @param sentence why; empty if nothing is proposed
 */
public record ChannelBounds(
        String channel,
        OptionalDouble lower,
        OptionalDouble upper,
        boolean zeroInflated,
        String sentence) {

    static ChannelBounds none(String channel) {
        return new ChannelBounds(
                channel, OptionalDouble.empty(), OptionalDouble.empty(), false, "");
    }

    public boolean isNone() {
        return lower.isEmpty() && upper.isEmpty() && !zeroInflated;
    }
}
