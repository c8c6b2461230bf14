package io.hindsight.job.models;

import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.decode.Received;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.UndecodableException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies what stands on the models topic, and decides once from which event time on each order
 * acts: never on one that some subtask has stepped through. It runs once in a job.
 *
 * <p>Its second input is the readings' watermarks alone, and what it lets through of them is its
 * own event time. The steps' event time is that of their slowest input, so none of them is ahead of
 * this one; what is decided goes out before the watermark that follows it. Event time starts when
 * the models topic has first been quiet, so that all that stood on it is known by then; later
 * records hold nothing up. A topic of readings that is quiet holds no order up for longer than
 * {@link #PATIENCE}.
 *
 * <p>A bad record goes to the dead letters and changes nothing: the model that acts goes on.
 */
public final class DecideOperator extends AbstractStreamOperator<ModelRecord>
        implements TwoInputStreamOperator<RawRecord, Received, ModelRecord> {
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(DecideOperator.class);
    private static final String GROUPS = "groups";
    private static final String PASSED = "passed";
    private static final int READINGS = 1;

    private final Set<String> groups;
    private final List<PublicKey> trusted;
    private final boolean contexts;

    private transient Ledger ledger;
    private transient ListState<GroupLedger> keptGroups;
    private transient ListState<Long> keptPassed;
    private transient Counter accepted;
    private transient Counter refused;

    /** The last watermark that was let through, also before a restart. */
    private transient long passedMillis;

    /** The last watermark of the readings. */
    private transient long readMillis;

    private transient boolean topicIsRead;

    /** The one that decides while readings are quiet; null where none is set. */
    private transient ScheduledFuture<?> timer;

    /**
     * @param groups the sensor groups that the job serves; empty for all
     * @param trusted the keys of which one must have signed a release; empty where none needs to
     * @param contexts whether the job works out the context of groups
     */
    public DecideOperator(Set<String> groups, List<PublicKey> trusted, boolean contexts) {
        this.contexts = contexts;
        this.groups = Set.copyOf(groups);
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        ledger = new Ledger(new ReleaseVerifier(groups, trusted, contexts));
        passedMillis = Long.MIN_VALUE;
        readMillis = Long.MIN_VALUE;
        keptGroups =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>(GROUPS, GroupLedgerCodec.TYPE));
        keptPassed =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>(PASSED, Types.LONG));
        for (GroupLedger group : keptGroups.get()) {
            ledger.restore(group);
        }
        for (long passed : keptPassed.get()) {
            passedMillis = Math.max(passedMillis, passed);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        keptGroups.update(List.copyOf(ledger.groups()));
        keptPassed.update(List.of(passedMillis));
    }

    @Override
    public void open() throws Exception {
        super.open();
        accepted = getMetricGroup().counter("modelsAccepted");
        refused = getMetricGroup().counter("modelsRefused");
        setTimerIfDue();
    }

    @Override
    public void processElement1(StreamRecord<RawRecord> element) {
        RawRecord record = element.getValue();
        try {
            ModelRecord known = ModelRecord.decode(record.value());
            List<ModelRecord> news = ledger.take(known);
            accepted.inc();
            LOGGER.info("{} {}", news.isEmpty() ? "knew" : "accepted", known);
            news.forEach(this::emit);
            setTimerIfDue();
        } catch (UndecodableException e) {
            refuse(record, Fault.undecodable(e));
        } catch (RefusedReleaseException e) {
            refuse(record, e.fault());
        }
    }

    /** None comes: the readings are here for their watermarks. */
    @Override
    public void processElement2(StreamRecord<Received> element) {
        throw new IllegalStateException("readings must not come here: " + element);
    }

    @Override
    public void processWatermark1(Watermark watermark) {}

    @Override
    public void processWatermark2(Watermark watermark) {
        readMillis = watermark.getTimestamp();
        if (topicIsRead) {
            advance();
        }
    }

    /**
     * The models topic is quiet for the first time: event time may start. Readings that are quiet
     * do not make this output idle, since a step must not run ahead of it when they come back.
     */
    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int input) {
        if (input != READINGS && status.isIdle() && !topicIsRead) {
            topicIsRead = true;
            advance();
        }
    }

    private void advance() {
        decide();
        if (readMillis > Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(readMillis));
        }
        // The end of a bounded stream is no event time.
        if (readMillis < Long.MAX_VALUE) {
            passedMillis = Math.max(passedMillis, readMillis);
        }
    }

    private void decide() {
        for (ModelTimes decided : ledger.decide(passedMillis)) {
            LOGGER.info("decided {}", decided);
            emit(decided);
            output.collect(SideOutputs.MODEL_TIMES, new StreamRecord<>(decided));
        }
    }

    private void setTimerIfDue() {
        if (timer == null && ledger.isDue()) {
            long now = getProcessingTimeService().getCurrentProcessingTime();
            timer =
                    getProcessingTimeService()
                            .registerTimer(now + PATIENCE.toMillis(), time -> decideAtLast());
        }
    }

    /** Before the topic is read the first time, its being quiet decides. */
    private void decideAtLast() {
        timer = null;
        if (topicIsRead) {
            decide();
        }
    }

    private void emit(ModelRecord record) {
        output.collect(new StreamRecord<>(record));
    }

    private void refuse(RawRecord record, Fault fault) {
        refused.inc();
        LOGGER.warn("refused the record at {}: {}", record.origin(), fault);
        output.collect(SideOutputs.DEAD_LETTERS, new StreamRecord<>(record.asDeadLetter(fault)));
    }
}
