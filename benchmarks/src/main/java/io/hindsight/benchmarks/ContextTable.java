package io.hindsight.benchmarks;

import io.hindsight.console.local.LocalFlink;
import io.hindsight.job.context.GroupContexts;
import io.hindsight.job.context.GroupSlot;
import io.hindsight.job.decode.Received;
import io.hindsight.job.decode.ReceivedCodec;
import io.hindsight.job.models.ReleaseVerifier;
import io.hindsight.job.state.JobTypes;
import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.context.ContextChannels;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * How many readings a second the context of groups takes in, on a cluster in this process: of one
 * group of 10,000 sensors and of 1,000 groups of 10, the same readings but for the groups' names.
 * Fails if a slot is missing, or if the large group takes over twice as long. An argument names
 * another state backend, as {@code rocksdb}.
 */
public final class ContextTable {
    static final int SENSORS = 10_000;
    static final int CHANNELS = 8;

    private static final String HEAP = "hashmap";
    private static final int[] GROUPS = {1, 1_000};
    private static final int SLOTS = 100;
    private static final int ROUNDS = 3;
    private static final int SUBTASKS = 2;
    private static final double LEAST_RATIO = 0.5;
    private static final Duration BOUND = Duration.ofHours(6);

    private ContextTable() {}

    public static void main(String[] args) throws Exception {
        String backend = args.length > 0 ? args[0] : HEAP;
        double[][] rates = new double[GROUPS.length][ROUNDS];
        try (LocalFlink flink = LocalFlink.start(1, SUBTASKS)) {
            for (int round = -1; round < ROUNDS; round++) {
                for (int k = 0; k < GROUPS.length; k++) {
                    double rate = rate(flink, backend, GROUPS[k]);
                    if (round >= 0) {
                        rates[k][round] = rate;
                    }
                }
            }
        }
        System.out.printf("%-28s %18s%n", "groups", "readings a second");
        for (int k = 0; k < GROUPS.length; k++) {
            System.out.printf(
                    Locale.ROOT,
                    "%,6d of %,6d sensors %,25.0f%n",
                    GROUPS[k],
                    SENSORS / GROUPS[k],
                    median(rates[k]));
        }
        double ratio = median(rates[0]) / median(rates[1]);
        System.out.printf(Locale.ROOT, "one large to many small %22.2f%n", ratio);
        System.exit(ratio < LEAST_RATIO ? 1 : 0);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double rate(LocalFlink flink, String backend, int groups) throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(StateBackendOptions.STATE_BACKEND, backend);
        StreamExecutionEnvironment env = flink.environment(settings);
        env.setParallelism(SUBTASKS);
        DataStream<Received> readings =
                env.fromSequence(1, (long) SENSORS * SLOTS)
                        .flatMap(new ContextReadings(groups))
                        .returns(ReceivedCodec.TYPE)
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<Received>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (one, at) -> one.reading().eventTimeMillis()));
        DataStream<ModelRecord> models =
                env.fromData(releases(groups), JobTypes.MODEL_RECORD).setParallelism(1);
        DataStream<GroupSlot> slots = GroupContexts.of(readings, models, BOUND);
        slots.map(new CountedSlots()).returns(Types.INT).sinkTo(new DiscardingSink<>());
        JobExecutionResult result = env.executeAsync("context").getJobExecutionResult().get();
        int said = result.getAccumulatorResult(CountedSlots.NAME);
        if (said != groups * SLOTS) {
            throw new IllegalStateException(
                    "slots must be " + groups * SLOTS + ", each said once: " + said);
        }
        return (double) SENSORS * SLOTS * 1_000 / result.getNetRuntime();
    }

    private static List<ModelRecord> releases(int groups) throws BundleException {
        List<String> channels =
                new ArrayList<>(
                        IntStream.range(0, CHANNELS).mapToObj(d -> "channel-" + d).toList());
        List<String> context = ContextChannels.of(channels);
        channels.addAll(context);
        StudentSpec spec =
                new StudentSpec(
                        CellKind.GRU,
                        4,
                        channels,
                        context.size(),
                        Collections.nCopies(channels.size(), ""),
                        ContextReadings.INTERVAL_MILLIS,
                        List.of(),
                        AnchorSpec.NONE);
        byte[] bundle = BundleCodec.write(DrawnBundle.of(spec));
        byte[] digest = ReleaseVerifier.sha256(bundle);
        List<ModelRecord> records = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            String name = ContextReadings.group(group);
            records.add(new ModelRelease(name, 1, digest, null, bundle, 1));
            records.add(
                    new ModelSchedule(
                            name,
                            List.of(
                                    new ModelSchedule.Order(
                                            1,
                                            ModelSchedule.Kind.ACTIVATE,
                                            1,
                                            ModelSchedule.Order.AT_ONCE)),
                            1));
            records.add(
                    new ModelTimes(
                            name,
                            List.of(new ModelTimes.Time(1, ModelTimes.Time.FROM_THE_BEGINNING))));
        }
        return records;
    }

    /** Counts what is said. */
    private static final class CountedSlots extends RichMapFunction<GroupSlot, Integer> {
        static final String NAME = "slots";

        private static final long serialVersionUID = 1L;

        private final IntCounter said = new IntCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(NAME, said);
        }

        @Override
        public Integer map(GroupSlot slot) {
            said.add(1);
            return slot.context().readings();
        }
    }
}
