package io.hindsight.benchmarks;

import io.hindsight.console.local.LocalFlink;
import io.hindsight.job.context.BroadcastContexts;
import io.hindsight.job.decode.Received;
import io.hindsight.job.decode.ReceivedCodec;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.models.ReleaseVerifier;
import io.hindsight.job.state.JobTypes;
import io.hindsight.job.step.Notice;
import io.hindsight.job.step.NoticeCodec;
import io.hindsight.job.step.SensorStepFunction;
import io.hindsight.job.step.StepOptions;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Result;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Made readings, keyed, the step with one model, and nobody who listens: what the job does between
 * its topics, in one subtask. Or the same with an identity in the step's place.
 */
final class RatePipeline {
    private static final StepOptions DEFAULTS =
            new StepOptions(AlarmRules.STANDARD, false, Duration.ofHours(1), Duration.ofDays(30));
    private static final int MAX_PARALLELISM = 720;
    private static final double THOUSAND = 1_000;

    private RatePipeline() {}

    /** Runs it to its end. */
    static Rate rate(LocalFlink flink, RateCase which, boolean identity) throws Exception {
        JobExecutionResult result =
                build(flink, which, identity).executeAsync("rate").getJobExecutionResult().get();
        long said = result.getAccumulatorResult(FirstAnswers.NAME);
        if (said != which.readings()) {
            throw new IllegalStateException(
                    "slots must be %d, each said once: %d".formatted(which.readings(), said));
        }
        long cpuNanos = result.getAccumulatorResult(FirstAnswers.CPU_NANOS);
        return new Rate(
                which.readings() * THOUSAND / result.getNetRuntime(),
                cpuNanos / THOUSAND / which.readings());
    }

    private static StreamExecutionEnvironment build(
            LocalFlink flink, RateCase which, boolean identity) throws BundleException {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        settings.set(StateBackendOptions.STATE_BACKEND, which.backend().setting());
        StreamExecutionEnvironment env = flink.environment(settings);
        env.setParallelism(1);
        KeyedBroadcastProcessFunction<Tuple2<String, String>, Received, Notice, Result> step =
                identity ? new IdentityFunction() : new SensorStepFunction(DEFAULTS);
        env.fromSequence(0, which.readings() - 1)
                .flatMap(new RateReadings(which))
                .returns(ReceivedCodec.TYPE)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Received>forGenerator(context -> new RateWatermarks())
                                .withTimestampAssigner(
                                        (one, at) -> one.reading().eventTimeMillis()))
                .keyBy(Received::owner, Received.OWNER)
                .connect(
                        env.fromData(model(), JobTypes.MODEL_RECORD)
                                .map(RatePipeline::notice)
                                .returns(NoticeCodec.TYPE)
                                .broadcast(BroadcastModels.STATE, BroadcastContexts.STATE))
                .process(step, JobTypes.RESULT)
                .name("step")
                .map(new FirstAnswers())
                .returns(JobTypes.RESULT)
                .sinkTo(new DiscardingSink<>());
        return env;
    }

    private static Notice notice(ModelRecord record) {
        return new Notice.OfModels(record);
    }

    /** One model, active from the beginning. The step's event time waits until it is there. */
    private static List<ModelRecord> model() throws BundleException {
        String group = RateReadings.GROUP;
        byte[] bundle =
                BundleCodec.write(AnchorBenchmark.bundle(RateReadings.CHANNELS, FilterForm.FULL));
        ModelSchedule.Order order =
                new ModelSchedule.Order(
                        1, ModelSchedule.Kind.ACTIVATE, 1, ModelSchedule.Order.AT_ONCE);
        ModelTimes.Time time = new ModelTimes.Time(1, ModelTimes.Time.FROM_THE_BEGINNING);
        return List.of(
                new ModelRelease(group, 1, ReleaseVerifier.sha256(bundle), null, bundle, 1),
                new ModelSchedule(group, List.of(order), 1),
                new ModelTimes(group, List.of(time)));
    }

    /** Counts the slots that are told of, in the step's thread, and that thread's time. */
    private static final class FirstAnswers extends RichMapFunction<Result, Result> {
        static final String NAME = "slots";
        static final String CPU_NANOS = "cpuNanos";

        private static final long serialVersionUID = 1L;

        private final LongCounter said = new LongCounter();
        private final LongCounter cpuNanos = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(NAME, said);
            getRuntimeContext().addAccumulator(CPU_NANOS, cpuNanos);
        }

        @Override
        public Result map(Result result) {
            if (result.revision() == 0) {
                said.add(1);
            }
            return result;
        }

        /** The thread is the task's own, from its beginning. */
        @Override
        public void close() {
            cpuNanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }
}
