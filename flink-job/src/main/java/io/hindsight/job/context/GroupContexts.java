package io.hindsight.job.context;

import io.hindsight.job.decode.Received;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.schemas.ModelRecord;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The wiring of a group's context: readings and models in, the groups' slots out. */
public final class GroupContexts {
    private GroupContexts() {}

    /**
     * @param readings usable ones, with their event time
     * @param models verified ones
     * @param repairBound how long after a slot's end a late reading still corrects it
     */
    public static SingleOutputStreamOperator<GroupSlot> of(
            DataStream<Received> readings, DataStream<ModelRecord> models, Duration repairBound) {
        return readings.keyBy(Shards::of, Shards.TYPE)
                .connect(models.broadcast(BroadcastModels.STATE))
                .process(new PartialContextFunction(repairBound), ContextTypes.SLOT_PART)
                .name("context-parts")
                .uid("context-parts")
                .keyBy(SlotPart::group, Types.STRING)
                .process(new MergeContextFunction(repairBound), ContextTypes.GROUP_SLOT)
                .name("context")
                .uid("context");
    }
}
