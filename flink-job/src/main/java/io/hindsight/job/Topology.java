package io.hindsight.job;

import io.hindsight.job.context.BroadcastContexts;
import io.hindsight.job.context.GroupContexts;
import io.hindsight.job.context.GroupSlot;
import io.hindsight.job.decode.RawRecord;
import io.hindsight.job.decode.RawRecordDeserializer;
import io.hindsight.job.decode.ReadingDeserializer;
import io.hindsight.job.decode.ReadingRules;
import io.hindsight.job.decode.Received;
import io.hindsight.job.decode.ReceivedCodec;
import io.hindsight.job.decode.RefuseFunction;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.models.DecideOperator;
import io.hindsight.job.options.JobOptions;
import io.hindsight.job.results.KafkaSinks;
import io.hindsight.job.state.JobTypes;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.job.step.Notice;
import io.hindsight.job.step.NoticeCodec;
import io.hindsight.job.step.QuietOperator;
import io.hindsight.job.step.SensorStepFunction;
import io.hindsight.job.step.StepOptions;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Result;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * The job's wiring, in the order of the README's picture: readings and models come in, each is
 * checked where it enters, a model's time is decided by the readings' event time, they meet in the
 * keyed step, and results, episodes and dead letters go out.
 *
 * <p>The uids are part of every savepoint: they are never changed.
 */
public final class Topology {
    /** How long the models topic is quiet when all that stood on it has been read. */
    private static final Duration MODELS_IDLENESS = Duration.ofSeconds(1);

    /** What a producer has taken back is no reading. */
    private static final String READ_COMMITTED = "read_committed";

    private Topology() {}

    public static void build(StreamExecutionEnvironment env, JobOptions options) {
        SingleOutputStreamOperator<Received> readings =
                env.fromSource(readings(options), eventTime(options), "readings")
                        .uid("readings")
                        .process(new RefuseFunction())
                        .returns(ReceivedCodec.TYPE)
                        .name("decode")
                        .uid("decode");

        SingleOutputStreamOperator<Received> watermarks = watermarksOf(readings);

        SingleOutputStreamOperator<ModelRecord> models =
                env.fromSource(
                                models(options),
                                WatermarkStrategy.<RawRecord>noWatermarks()
                                        .withIdleness(MODELS_IDLENESS),
                                "models")
                        .uid("models")
                        .setParallelism(1)
                        .connect(watermarks)
                        .transform(
                                "decide",
                                JobTypes.MODEL_RECORD,
                                new DecideOperator(
                                        options.groups(), options.trustedKeys(), options.context()))
                        .uid("decide")
                        .setParallelism(1);

        SingleOutputStreamOperator<Notice> quiet =
                watermarks
                        .transform(
                                "quiet", NoticeCodec.TYPE, new QuietOperator(options.quietAfter()))
                        .uid("quiet")
                        .setParallelism(1);

        SingleOutputStreamOperator<Result> results =
                readings.keyBy(Received::owner, Received.OWNER)
                        .connect(
                                notices(readings, models, quiet, options)
                                        .broadcast(BroadcastModels.STATE, BroadcastContexts.STATE))
                        .process(new SensorStepFunction(step(options)), JobTypes.RESULT)
                        .name("step")
                        .uid("step");

        models.getSideOutput(SideOutputs.MODEL_TIMES)
                .sinkTo(KafkaSinks.modelTimes(options))
                .name("model-times")
                .uid("model-times")
                .setParallelism(1);
        results.sinkTo(KafkaSinks.results(options)).name("results").uid("results");
        results.getSideOutput(SideOutputs.SHADOW_RESULTS)
                .sinkTo(KafkaSinks.shadowResults(options))
                .name("shadow-results")
                .uid("shadow-results");
        results.getSideOutput(SideOutputs.EPISODES)
                .sinkTo(KafkaSinks.episodes(options))
                .name("episodes")
                .uid("episodes");
        readings.getSideOutput(SideOutputs.DEAD_LETTERS)
                .union(results.getSideOutput(SideOutputs.DEAD_LETTERS))
                .union(models.getSideOutput(SideOutputs.DEAD_LETTERS))
                .sinkTo(KafkaSinks.deadLetters(options))
                .name("dead-letters")
                .uid("dead-letters");
    }

    /** All that every subtask of the step is told. */
    private static DataStream<Notice> notices(
            DataStream<Received> readings,
            DataStream<ModelRecord> models,
            DataStream<Notice> quiet,
            JobOptions options) {
        DataStream<Notice> notices =
                models.map(Topology::notice)
                        .returns(NoticeCodec.TYPE)
                        .name("models-notice")
                        .uid("models-notice")
                        .setParallelism(1)
                        .union(quiet);
        if (!options.context()) {
            return notices;
        }
        return notices.union(
                GroupContexts.of(readings, models, options.repairBound())
                        .map(Topology::notice)
                        .returns(NoticeCodec.TYPE)
                        .name("context-notice")
                        .uid("context-notice"));
    }

    private static Notice notice(GroupSlot slot) {
        return new Notice.OfContext(slot);
    }

    private static StepOptions step(JobOptions options) {
        return new StepOptions(
                options.alarms(),
                options.onArrival(),
                options.repairBound(),
                options.forgetAfter(),
                options.withoutModel());
    }

    private static Notice notice(ModelRecord record) {
        return new Notice.OfModels(record);
    }

    /** A stream of nothing, whose event time is that of the readings. */
    private static SingleOutputStreamOperator<Received> watermarksOf(
            SingleOutputStreamOperator<Received> readings) {
        return readings.filter(received -> false)
                .returns(ReceivedCodec.TYPE)
                .name("watermarks")
                .uid("watermarks");
    }

    @SuppressWarnings("deprecation") // the connector still asks for Kafka's old enum
    private static KafkaSource<Received> readings(JobOptions options) {
        ReadingRules rules =
                new ReadingRules(options.groups(), options.earliestTime(), options.furthestAhead());
        return KafkaSource.<Received>builder()
                .setBootstrapServers(options.bootstrap())
                .setTopics(options.readingsTopic())
                .setGroupId(options.consumerGroup())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setStartingOffsets(
                        OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
                .setDeserializer(new ReadingDeserializer(rules))
                .build();
    }

    private static KafkaSource<RawRecord> models(JobOptions options) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(options.bootstrap())
                .setTopics(options.modelsTopic())
                .setGroupId(options.consumerGroup() + "-models")
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordDeserializer())
                .build();
    }

    /** A faulty record has no event time and must not move the watermark. */
    private static WatermarkStrategy<Received> eventTime(JobOptions options) {
        return WatermarkStrategy.<Received>forBoundedOutOfOrderness(options.outOfOrderness())
                .withTimestampAssigner(
                        (received, kafkaTimestamp) ->
                                received.fault().isPresent()
                                        ? Long.MIN_VALUE
                                        : received.reading().eventTimeMillis())
                .withIdleness(options.idleness());
    }
}
