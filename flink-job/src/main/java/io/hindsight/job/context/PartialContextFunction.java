package io.hindsight.job.context;

import io.hindsight.job.context.MomentReadings.Entry;
import io.hindsight.job.decode.Received;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.state.PassedWatermark;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Reading;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up the readings of a shard of a group, slot by slot. A reading waits until the watermark has
 * come to it, so that it is counted by the model that acts at its time, whenever that was released;
 * a late one is counted at once. A slot's part leaves when the watermark passes the slot's end, and
 * what a late reading adds to it leaves as a part of its own. A slot is kept for a bound after its
 * end; a reading that comes later changes nothing any more.
 */
public final class PartialContextFunction
        extends KeyedBroadcastProcessFunction<
                Tuple2<String, Integer>, Received, ModelRecord, SlotPart>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;
    private static final String WAITING = "waiting";
    private static final String SLOTS = "slots";

    private final long boundMillis;

    private transient MapState<Long, MomentReadings> waiting;
    private transient MapState<SlotId, PartialSlot> slots;
    private transient SlotAgenda agenda;
    private transient BroadcastModels models;
    private transient PassedWatermark watermark;
    private transient Counter tooLate;

    /**
     * @param repairBound how long after a slot's end a reading still changes it
     */
    public PartialContextFunction(Duration repairBound) {
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
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        WAITING, Types.LONG, ContextTypes.MOMENT_READINGS));
        slots =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        SLOTS, ContextTypes.SLOT_ID, ContextTypes.PARTIAL_SLOT));
        agenda = new SlotAgenda(getRuntimeContext());
        models = new BroadcastModels();
        tooLate = getRuntimeContext().getMetricGroup().counter("contextTooLate");
    }

    @Override
    public void processBroadcastElement(
            ModelRecord record, Context context, Collector<SlotPart> out) throws Exception {
        models.take(context.getBroadcastState(BroadcastModels.STATE), record);
    }

    @Override
    public void processElement(Received received, ReadOnlyContext context, Collector<SlotPart> out)
            throws Exception {
        Reading reading = received.reading();
        long time = reading.eventTimeMillis();
        Entry entry = new Entry(Shards.sensor(reading.sensor()), reading.values());
        long passedMillis = watermark.at(context.currentWatermark());
        if (time <= passedMillis) {
            count(reading.group(), time, List.of(entry), passedMillis, context, out);
            return;
        }
        MomentReadings there = waiting.get(time);
        if (there == null) {
            there = new MomentReadings();
            context.timerService().registerEventTimeTimer(time);
        }
        there.add(entry);
        waiting.put(time, there);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<SlotPart> out)
            throws Exception {
        watermark.at(context.currentWatermark());
        String group = context.getCurrentKey().f0;
        MomentReadings come = waiting.get(time);
        if (come != null) {
            waiting.remove(time);
            count(group, time, come.entries(), time - 1, context, out);
        }
        Agenda due = agenda.take(time);
        for (SlotId slot : due.say()) {
            PartialSlot partial = slots.get(slot);
            handOn(group, slot, partial, out);
            slots.put(slot, partial);
        }
        for (SlotId slot : due.forget()) {
            slots.remove(slot);
        }
    }

    /**
     * Counts readings of one event time, for the model that acts then and for its shadow.
     *
     * @param passedMillis slots that end by then have been handed on
     */
    private void count(
            String group,
            long time,
            List<Entry> readings,
            long passedMillis,
            ReadOnlyContext context,
            Collector<SlotPart> out)
            throws Exception {
        Models ofGroup = models.of(context.getBroadcastState(BroadcastModels.STATE), group);
        for (ContextSpec spec : ofGroup.contextsAt(time)) {
            count(group, SlotId.of(spec, time), readings, passedMillis, context, out);
        }
    }

    private void count(
            String group,
            SlotId slot,
            List<Entry> readings,
            long passedMillis,
            ReadOnlyContext context,
            Collector<SlotPart> out)
            throws Exception {
        if (slot.lastMillis() + boundMillis <= passedMillis) {
            tooLate.inc(readings.size());
            return;
        }
        PartialSlot partial = slots.get(slot);
        if (partial == null) {
            partial = new PartialSlot();
            agenda.forget(slot, slot.lastMillis() + boundMillis, context.timerService());
        }
        for (Entry reading : readings) {
            if (slot.spec().takes(reading.values())) {
                partial.count(slot.spec().predicted(), reading.sensor(), reading.values());
            }
        }
        if (slot.lastMillis() <= passedMillis) {
            handOn(group, slot, partial, out);
        } else {
            agenda.say(slot, slot.lastMillis(), context.timerService());
        }
        slots.put(slot, partial);
    }

    private static void handOn(
            String group, SlotId slot, PartialSlot partial, Collector<SlotPart> out) {
        if (partial.added() != null) {
            out.collect(new SlotPart(group, slot, partial.handOn()));
        }
    }
}
