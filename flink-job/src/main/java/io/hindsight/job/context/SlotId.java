package io.hindsight.job.context;

import io.hindsight.model.context.ContextSpec;

/**
 * A slot of a group. A model with another grid or other channels has slots of its own, even if they
 * are due at the same time.
 *
 * @param timeMillis when it is due
 */
public record SlotId(long timeMillis, ContextSpec spec) {
    /** The slot that a time belongs to. */
    public static SlotId of(ContextSpec spec, long eventTimeMillis) {
        return new SlotId(spec.slotMillis(eventTimeMillis), spec);
    }

    /** The last event time that belongs to it. */
    public long lastMillis() {
        return spec.lastMillis(timeMillis);
    }
}
