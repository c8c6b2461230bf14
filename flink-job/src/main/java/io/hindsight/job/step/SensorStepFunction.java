package io.hindsight.job.step;

import io.hindsight.job.decode.Received;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.results.ResultMapper;
import io.hindsight.job.state.JobTypes;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.model.episode.EpisodeTracker;
import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.PastInput;
import io.hindsight.model.sensor.Sensor;
import io.hindsight.model.sensor.SensorState;
import io.hindsight.schemas.DeadLetter.Fault;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The keyed step. State of a sensor: one value that every reading reads and writes, and a ring of
 * its last inputs of which a reading writes one place. What stands on the models topic is broadcast
 * state, so that a restored job goes on with the model it had.
 */
public final class SensorStepFunction
        extends KeyedBroadcastProcessFunction<
                Tuple2<String, String>, Received, ModelRecord, Result> {

    private static final long serialVersionUID = 1L;
    private static final String SENSOR = "sensor";
    private static final String INPUTS = "inputs";

    private final float alarmScore;
    private final int quietReadings;

    private transient Sensor sensor;
    private transient ValueState<SensorState> state;
    private transient MapState<Integer, PastInput> inputs;
    private transient BroadcastModels models;
    private transient StepMetrics metrics;

    /**
     * @param alarmScore score from which a reading opens an episode
     * @param quietReadings readings below it that close one
     */
    public SensorStepFunction(float alarmScore, int quietReadings) {
        this.alarmScore = alarmScore;
        this.quietReadings = quietReadings;
    }

    @Override
    public void open(OpenContext context) {
        sensor = new Sensor(new EpisodeTracker(alarmScore, quietReadings));
        state =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>(SENSOR, JobTypes.SENSOR_STATE));
        inputs =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(INPUTS, Types.INT, JobTypes.PAST_INPUT));
        models = new BroadcastModels();
        metrics = new StepMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processBroadcastElement(ModelRecord record, Context context, Collector<Result> out)
            throws Exception {
        models.take(context.getBroadcastState(BroadcastModels.STATE), record);
    }

    @Override
    public void processElement(Received received, ReadOnlyContext context, Collector<Result> out)
            throws Exception {
        Reading reading = received.reading();
        SensorState known = state.value();
        SensorState current = known == null ? new SensorState() : known;
        Outcome outcome =
                sensor.accept(
                        current,
                        new KeyedInputHistory(inputs),
                        models.of(
                                context.getBroadcastState(BroadcastModels.STATE), reading.group()),
                        reading.eventTimeMillis(),
                        reading.values());
        if (outcome instanceof Outcome.Refused refused) {
            metrics.refused();
            Fault fault =
                    new Fault(
                            refused.reason().word(),
                            refused.field(),
                            refused.rule(),
                            refused.found());
            context.output(SideOutputs.DEAD_LETTERS, received.record().asDeadLetter(fault));
            return;
        }
        state.update(current);
        if (outcome instanceof Outcome.Scored scored) {
            metrics.scored(scored.result());
            out.collect(ResultMapper.scored(reading, scored.modelVersion(), scored.result()));
            scored.episode()
                    .map(change -> ResultMapper.episode(reading, scored.modelVersion(), change))
                    .ifPresent(episode -> context.output(SideOutputs.EPISODES, episode));
        } else {
            metrics.waiting();
            out.collect(ResultMapper.waiting(reading));
        }
    }
}
