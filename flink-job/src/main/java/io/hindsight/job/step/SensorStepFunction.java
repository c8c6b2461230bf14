package io.hindsight.job.step;

import io.hindsight.job.context.BroadcastContexts;
import io.hindsight.job.context.ContextSlots;
import io.hindsight.job.decode.Received;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.state.PassedWatermark;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The keyed step. A reading waits in the key's state until the watermark has passed it, or is taken
 * when it arrives; one that is late goes to its sensor's timeline in either case, which repairs
 * what it said or refuses it. A timer a sensor finds what is due and does not come; where all
 * readings stand still a {@link Notice.Quiet} does.
 *
 * <p>State of a sensor: one value that every slot reads and writes, and beside it what is needed
 * seldom. Models are broadcast state, so that a restored job goes on with those it had.
 */
public final class SensorStepFunction
        extends KeyedBroadcastProcessFunction<Tuple2<String, String>, Received, Notice, Result>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final String ACTIVE = "";
    private static final String SHADOW = "shadow-";

    private final StepOptions options;

    private transient Timeline timeline;
    private transient KeyedSensor active;
    private transient KeyedSensor shadow;
    private transient WaitingReadings waiting;
    private transient PassedWatermark passed;
    private transient BroadcastModels models;
    private transient BroadcastContexts contexts;
    private transient StepMetrics metrics;

    public SensorStepFunction(StepOptions options) {
        this.options = options;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        passed = PassedWatermark.of(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        passed.snapshot();
    }

    @Override
    public void open(OpenContext context) {
        Sensor sensor = new Sensor(options.alarms(), options.withoutModel());
        timeline =
                new Timeline(
                        sensor,
                        new Limits(
                                options.repairBound().toMillis(),
                                options.forgetAfter().toMillis()));
        active = new KeyedSensor(getRuntimeContext(), ACTIVE);
        shadow = new KeyedSensor(getRuntimeContext(), SHADOW);
        waiting = new WaitingReadings(getRuntimeContext());
        models = new BroadcastModels();
        contexts = new BroadcastContexts(options.repairBound());
        metrics =
                new StepMetrics(getRuntimeContext().getMetricGroup(), options.alarms().perMonth());
    }

    @Override
    public void processElement(Received received, ReadOnlyContext context, Collector<Result> out)
            throws Exception {
        TimerService timers = context.timerService();
        long release = releaseMillis(received.reading(), context);
        long watermark = passed.at(timers.currentWatermark());
        if (release <= watermark) {
            KeyVisit sensor = visit(context, context.getCurrentKey(), out);
            metrics.accepted(sensor.accept(received, watermark));
            sensor.leave(timers, waiting);
        } else if (waiting.add(release, received)) {
            timers.registerEventTimeTimer(release);
        } else {
            metrics.duplicate();
        }
    }

    /**
     * The event time that lets a reading go: its own, or the smallest of all on arrival; and not
     * before its context is known, if it has one.
     */
    private long releaseMillis(Reading reading, ReadOnlyContext context) throws Exception {
        long time = reading.eventTimeMillis();
        Models ofGroup =
                models.of(context.getBroadcastState(BroadcastModels.STATE), reading.group());
        long known = Long.MIN_VALUE;
        for (ContextSpec spec : ofGroup.contextsAt(time)) {
            known = Math.max(known, spec.knownFromMillis(time));
        }
        return options.onArrival() || time <= known ? known : time;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out)
            throws Exception {
        TimerService timers = context.timerService();
        passed.at(timers.currentWatermark());
        KeyVisit sensor = visit(context, context.getCurrentKey(), out);
        for (Received received : waiting.take(timestamp)) {
            long before = received.reading().eventTimeMillis() - 1;
            metrics.accepted(sensor.accept(received, before));
        }
        // The end of a bounded stream is no silence.
        if (timers.currentWatermark() < Long.MAX_VALUE && !sensor.fill(timestamp)) {
            metrics.forgotten();
        }
        sensor.leave(timers, waiting);
    }

    @Override
    public void processBroadcastElement(Notice notice, Context context, Collector<Result> out)
            throws Exception {
        if (notice instanceof Notice.OfModels news) {
            models.take(context.getBroadcastState(BroadcastModels.STATE), news.record());
        } else if (notice instanceof Notice.OfContext news) {
            contexts.take(
                    context.getBroadcastState(BroadcastContexts.STATE),
                    news.slot(),
                    context.currentWatermark());
        } else if (notice instanceof Notice.Quiet quiet
                && quiet.watermark() <= context.currentWatermark()) {
            if (!options.repairBound().isZero()) {
                release(quiet.nowMillis(), context, out);
            }
            guess(quiet.nowMillis(), context, out);
        }
    }

    /**
     * Takes readings that have waited long enough by the clock. One that comes later and belongs
     * before them is repaired.
     */
    private void release(long nowMillis, Context context, Collector<Result> out) throws Exception {
        context.applyToKeyedState(
                WaitingReadings.descriptor(),
                (owner, all) -> {
                    KeyVisit sensor = visit(context, owner, out);
                    if (sensor.needsNoContext(nowMillis)) {
                        for (Received received : waiting.takeUntil(nowMillis)) {
                            metrics.accepted(
                                    sensor.accept(received, passed.at(context.currentWatermark())));
                        }
                        sensor.save();
                    }
                });
    }

    /** A sensor's readings that still wait leave only the slots before them without one. */
    private void guess(long nowMillis, Context context, Collector<Result> out) throws Exception {
        context.applyToKeyedState(
                KeyedSensor.descriptor(ACTIVE),
                (owner, life) -> {
                    KeyVisit sensor = visit(context, owner, out);
                    if (sensor.isGuessDue(nowMillis)) {
                        long now = Math.min(nowMillis, waiting.earliestMillis() - 1);
                        sensor.guess(now, context.currentWatermark());
                    }
                });
    }

    private KeyVisit visit(Context context, Tuple2<String, String> owner, Collector<Result> out)
            throws Exception {
        return visit(
                owner,
                models.of(context.getBroadcastState(BroadcastModels.STATE), owner.f0),
                contexts.of(context.getBroadcastState(BroadcastContexts.STATE)),
                context.currentWatermark(),
                context::output,
                out);
    }

    private KeyVisit visit(
            ReadOnlyContext context, Tuple2<String, String> owner, Collector<Result> out)
            throws Exception {
        return visit(
                owner,
                models.of(context.getBroadcastState(BroadcastModels.STATE), owner.f0),
                contexts.of(context.getBroadcastState(BroadcastContexts.STATE)),
                context.currentWatermark(),
                context::output,
                out);
    }

    private KeyVisit visit(
            Tuple2<String, String> owner,
            Models ofGroup,
            ContextSlots slots,
            long currentWatermark,
            Speaker.Outputs outputs,
            Collector<Result> out)
            throws Exception {
        return new KeyVisit(
                timeline,
                active,
                shadow,
                owner,
                ofGroup,
                slots,
                currentWatermark,
                new Speaker(owner, outputs, out, metrics),
                Speaker.ofShadow(owner, outputs));
    }
}
