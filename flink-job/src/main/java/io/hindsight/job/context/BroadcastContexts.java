package io.hindsight.job.context;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What one subtask of the step keeps of the groups' contexts: the slots in the broadcast state, and
 * made from them, when they are first needed, the form in which they are asked for.
 */
public final class BroadcastContexts {
    /** The slots by group and time. */
    public static final MapStateDescriptor<String, GroupSlot> STATE =
            new MapStateDescriptor<>("contexts", Types.STRING, ContextTypes.GROUP_SLOT);

    private final Duration repairBound;
    private ContextSlots ready;

    public BroadcastContexts(Duration repairBound) {
        this.repairBound = repairBound;
    }

    /**
     * Takes a slot in, and lets those go that are no longer kept.
     *
     * @param watermark of the subtask
     */
    public void take(BroadcastState<String, GroupSlot> state, GroupSlot slot, long watermark)
            throws Exception {
        ContextSlots slots = of(state);
        state.put(key(slot.group(), slot.slot()), slot);
        for (SlotId leaving : slots.put(slot, watermark)) {
            state.remove(key(slot.group(), leaving));
        }
    }

    public ContextSlots of(ReadOnlyBroadcastState<String, GroupSlot> state) throws Exception {
        if (ready == null) {
            ready = new ContextSlots(repairBound);
            for (Map.Entry<String, GroupSlot> entry : state.immutableEntries()) {
                ready.put(entry.getValue(), Long.MIN_VALUE);
            }
        }
        return ready;
    }

    private static String key(String group, SlotId slot) {
        return group + "@" + slot.timeMillis() + "/" + slot.spec();
    }
}
