package io.hindsight.job;

import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What a Flink cluster starts: {@code flink run hindsight-job.jar --bootstrap HOST:PORT …}. */
public final class Main {
    /**
     * Key groups, beyond which no running job can grow. They share out evenly among 2, 3, 4, 5, 6,
     * 8, 9, 10, 12, … subtasks; Flink's own number hangs on the first parallelism that a job has.
     */
    private static final int MAX_PARALLELISM = 720;

    private static final int MOST_FAILURES = 10;
    private static final Duration FAILURE_WINDOW = Duration.ofMinutes(10);
    private static final Duration RESTART_DELAY = Duration.ofSeconds(2);

    private Main() {}

    public static void main(String[] words) throws Exception {
        JobOptions options;
        try {
            options = JobOptionsParser.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        configure(env, options);
        Topology.build(env, options);
        env.execute("hindsight");
    }

    /**
     * Sets what the job needs whatever the cluster says (no Kryo), and what it wants where the
     * cluster says nothing: checkpoints, a limit to restarts, since Flink's own default with
     * checkpoints restarts a job without end, and the number of key groups, which a savepoint fixes
     * for good.
     */
    public static void configure(StreamExecutionEnvironment env, JobOptions options) {
        ReadableConfig cluster = env.getConfiguration();
        Configuration own = new Configuration();
        own.set(PipelineOptions.GENERIC_TYPES, false);
        own.set(PipelineOptions.OBJECT_REUSE, true);
        if (cluster.getOptional(PipelineOptions.MAX_PARALLELISM).isEmpty()) {
            own.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        }
        if (cluster.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isEmpty()) {
            own.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
        }
        if (cluster.getOptional(RestartStrategyOptions.RESTART_STRATEGY).isEmpty()) {
            own.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
            own.set(
                    RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL,
                    MOST_FAILURES);
            own.set(
                    RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL,
                    FAILURE_WINDOW);
            own.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
        }
        env.configure(own);
    }
}
