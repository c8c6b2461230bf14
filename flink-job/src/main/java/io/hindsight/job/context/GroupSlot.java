package io.hindsight.job.context;

import io.hindsight.model.context.SlotContext;

/**
 * The context of a group's slot.
 *
 * @param revision 1 as the slot was when the watermark had passed it, one more with each correction
 * @param saidMillis the event time at which it was said; of a correction it is later than that of
 *     the group's corrections before, so that it tells what is new
 * @param context of all sensors of the group; not to be changed
 */
public record GroupSlot(
        String group, SlotId slot, int revision, long saidMillis, SlotContext context) {

    /** Of nothing, not yet said. */
    static GroupSlot empty(String group, SlotId slot) {
        SlotContext nothing = new SlotContext(slot.spec().predicted());
        return new GroupSlot(group, slot, 0, Long.MIN_VALUE, nothing);
    }

    /** The same, as it is said at an event time. */
    GroupSlot said(long eventTimeMillis) {
        return new GroupSlot(group, slot, revision + 1, eventTimeMillis, context);
    }

    /** One that can be added to without changing this one. */
    GroupSlot copy() {
        return new GroupSlot(group, slot, revision, saidMillis, context.copy());
    }

    /** Whether readings of the slot may have been answered without it, or with less of it. */
    public boolean isCorrection() {
        return saidMillis > slot.lastMillis();
    }
}
