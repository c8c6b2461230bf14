package io.hindsight.job.models;

import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.UndecodableException;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets good releases through to the broadcast. A bad one goes to the dead letters and changes
 * nothing: the model that acts goes on.
 */
public final class VerifyFunction extends ProcessFunction<RawRecord, ModelRecord> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(VerifyFunction.class);

    private final Set<String> groups;
    private transient Counter accepted;
    private transient Counter refused;

    /**
     * @param groups the sensor groups that the job serves; empty for all
     */
    public VerifyFunction(Set<String> groups) {
        this.groups = Set.copyOf(groups);
    }

    @Override
    public void open(OpenContext context) {
        accepted = getRuntimeContext().getMetricGroup().counter("modelsAccepted");
        refused = getRuntimeContext().getMetricGroup().counter("modelsRefused");
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<ModelRecord> out) {
        try {
            ModelRecord known = ModelRecord.decode(record.value());
            if (known instanceof ModelRelease release) {
                ReleaseVerifier.verify(release, groups);
                accepted.inc();
            }
            LOG.info("accepted {}", known);
            out.collect(known);
            if (known instanceof ModelSchedule schedule) {
                out.collect(asAsked(schedule));
            }
        } catch (UndecodableException e) {
            refuse(record, Fault.undecodable(e), context);
        } catch (RefusedReleaseException e) {
            refuse(record, e.fault(), context);
        }
    }

    private static ModelTimes asAsked(ModelSchedule schedule) {
        return new ModelTimes(
                schedule.group(),
                schedule.orders().stream()
                        .map(
                                order ->
                                        new ModelTimes.Time(
                                                order.number(),
                                                order.fromMillis() == ModelSchedule.Order.AT_ONCE
                                                        ? ModelTimes.Time.FROM_THE_BEGINNING
                                                        : order.fromMillis()))
                        .toList());
    }

    private void refuse(RawRecord record, Fault fault, Context context) {
        refused.inc();
        LOG.warn("refused the release at {}: {}", record.origin(), fault);
        context.output(SideOutputs.DEAD_LETTERS, record.asDeadLetter(fault));
    }
}
