package io.hindsight.job.state;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * How far event time has come, also where a restored job has not seen a watermark yet: what was
 * late before a failure is late after it. All subtasks have the same watermark at a checkpoint, so
 * the highest that one of them remembers is that of all.
 */
public final class PassedWatermark {
    private final ListState<Long> kept;
    private long passedMillis = Long.MIN_VALUE;

    private PassedWatermark(ListState<Long> kept) {
        this.kept = kept;
    }

    public static PassedWatermark of(FunctionInitializationContext context) throws Exception {
        PassedWatermark passed =
                new PassedWatermark(
                        context.getOperatorStateStore()
                                .getUnionListState(
                                        new ListStateDescriptor<>("passed", Types.LONG)));
        for (long millis : passed.kept.get()) {
            passed.passedMillis = Math.max(passed.passedMillis, millis);
        }
        return passed;
    }

    /** The watermark, given what this subtask knows of it. */
    public long at(long currentWatermark) {
        passedMillis = Math.max(passedMillis, currentWatermark);
        return passedMillis;
    }

    public void snapshot() throws Exception {
        kept.clear();
        kept.add(passedMillis);
    }
}
