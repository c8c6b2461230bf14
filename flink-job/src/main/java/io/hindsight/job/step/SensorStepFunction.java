package io.hindsight.job.step;

import io.hindsight.job.decode.Received;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.timeline.Limits;
import io.hindsight.model.timeline.Timeline;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Result;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.TimerService;
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
        extends KeyedBroadcastProcessFunction<Tuple2<String, String>, Received, Notice, Result> {
    private static final long serialVersionUID = 1L;
    private static final String ACTIVE = "";
    private static final String SHADOW = "shadow-";

    private final StepOptions options;

    private transient Timeline timeline;
    private transient KeyedSensor active;
    private transient KeyedSensor shadow;
    private transient WaitingReadings waiting;
    private transient BroadcastModels models;
    private transient StepMetrics metrics;

    public SensorStepFunction(StepOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        Sensor sensor =
                new Sensor(
                        new EpisodeTracker(options.alarmScore(), options.alarmQuietReadings()),
                        options.silenceSlots());
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
        metrics = new StepMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Received received, ReadOnlyContext context, Collector<Result> out)
            throws Exception {
        long time = received.reading().eventTimeMillis();
        TimerService timers = context.timerService();
        if (options.onArrival() || time <= timers.currentWatermark()) {
            KeyVisit sensor =
                    visit(
                            context.getBroadcastState(BroadcastModels.STATE),
                            context.getCurrentKey(),
                            context::output,
                            out);
            metrics.accepted(sensor.accept(received, timers.currentWatermark()));
            sensor.leave(timers, waiting);
        } else if (waiting.add(time, received)) {
            timers.registerEventTimeTimer(time);
        } else {
            metrics.duplicate();
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Result> out)
            throws Exception {
        TimerService timers = context.timerService();
        KeyVisit sensor =
                visit(
                        context.getBroadcastState(BroadcastModels.STATE),
                        context.getCurrentKey(),
                        context::output,
                        out);
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
        } else if (notice instanceof Notice.Quiet quiet) {
            if (!options.repairBound().isZero()) {
                release(quiet.nowMillis(), context, out);
            }
            context.applyToKeyedState(
                    KeyedSensor.descriptor(ACTIVE),
                    (owner, life) ->
                            visit(
                                            context.getBroadcastState(BroadcastModels.STATE),
                                            owner,
                                            context::output,
                                            out)
                                    .guess(quiet.nowMillis(), context.currentWatermark()));
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
                    KeyVisit sensor =
                            visit(
                                    context.getBroadcastState(BroadcastModels.STATE),
                                    owner,
                                    context::output,
                                    out);
                    for (Received received : waiting.takeUntil(nowMillis)) {
                        metrics.accepted(sensor.accept(received, context.currentWatermark()));
                    }
                    sensor.save();
                });
    }

    private KeyVisit visit(
            ReadOnlyBroadcastState<String, ModelRecord> state,
            Tuple2<String, String> owner,
            Speaker.Outputs outputs,
            Collector<Result> out)
            throws Exception {
        return new KeyVisit(
                timeline,
                active,
                shadow,
                models.of(state, owner.f0),
                new Speaker(owner, outputs, out, metrics),
                Speaker.ofShadow(owner, outputs));
    }
}
