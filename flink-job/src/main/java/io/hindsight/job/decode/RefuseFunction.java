package io.hindsight.job.decode;

import io.hindsight.job.state.SideOutputs;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets usable readings through and sends the others to the dead letters. */
public final class RefuseFunction extends ProcessFunction<Received, Received> {
    private static final long serialVersionUID = 1L;

    private transient Counter readings;
    private transient Counter deadLetters;

    @Override
    public void open(OpenContext context) {
        readings = getRuntimeContext().getMetricGroup().counter("readings");
        deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
    }

    @Override
    public void processElement(Received received, Context context, Collector<Received> out) {
        readings.inc();
        if (received.fault().isEmpty()) {
            out.collect(received);
            return;
        }
        deadLetters.inc();
        context.output(
                SideOutputs.DEAD_LETTERS,
                received.record().asDeadLetter(received.fault().orElseThrow()));
    }
}
