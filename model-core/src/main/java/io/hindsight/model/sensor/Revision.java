package io.hindsight.model.sensor;

/**
 * A better value for a hole, found by looking back when its gap had closed or lasted for long.
 *
 * @param number of the slot that it is for, among those that were kept
 * @param eventTimeMillis of the slot that it is for
 * @param channel index of the channel
 * @param value in the channel's own unit
 * @param spread of it, as {@link StepResult#spread}
 * @param scale of its distribution, as {@link StepResult#scale}
 * @param situation of that in the {@code SpreadTable}
 * @param waitedMillis from the slot to the one that was looked back from
 */
public record Revision(
        long number,
        long eventTimeMillis,
        int channel,
        float value,
        float spread,
        float scale,
        byte situation,
        long waitedMillis) {}
