package io.hindsight.job.context;

import io.hindsight.job.state.PassedWatermark;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up the parts of a group's slots. A slot leaves when the watermark has passed its end, since
 * all parts have come by then; a part that comes later corrects it, and the corrected slot leaves
 * with the next watermark. Slots are kept as long as their parts are.
 */
public final class MergeContextFunction extends KeyedProcessFunction<String, SlotPart, GroupSlot>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final String SLOTS = "slots";

    private final long boundMillis;

    private transient MapState<SlotId, GroupSlot> slots;
    private transient SlotAgenda agenda;
    private transient PassedWatermark watermark;

    /**
     * @param repairBound how long after a slot's end a part still changes it
     */
    public MergeContextFunction(Duration repairBound) {
        this.boundMillis = repairBound.toMillis();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        watermark = PassedWatermark.of(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        watermark.snapshot();
    }

    @Override
    public void open(OpenContext context) {
        slots =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        SLOTS, ContextTypes.SLOT_ID, ContextTypes.GROUP_SLOT));
        agenda = new SlotAgenda(getRuntimeContext());
    }

    @Override
    public void processElement(SlotPart part, Context context, Collector<GroupSlot> out)
            throws Exception {
        SlotId id = part.slot();
        GroupSlot slot = slots.get(id);
        if (slot == null) {
            slot = GroupSlot.empty(part.group(), id);
            agenda.forget(id, id.lastMillis() + boundMillis, context.timerService());
        }
        slot.context().add(part.added());
        slots.put(id, slot);
        long nextMillis = watermark.at(context.timerService().currentWatermark()) + 1;
        agenda.say(id, Math.max(id.lastMillis(), nextMillis), context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<GroupSlot> out)
            throws Exception {
        watermark.at(context.timerService().currentWatermark());
        Agenda due = agenda.take(time);
        for (SlotId id : due.say()) {
            GroupSlot said = slots.get(id).said(time);
            out.collect(said);
            slots.put(id, said.copy());
        }
        for (SlotId id : due.forget()) {
            slots.remove(id);
        }
    }
}
