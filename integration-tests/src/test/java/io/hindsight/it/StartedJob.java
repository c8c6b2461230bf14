package io.hindsight.it;

import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.job.Main;
import io.hindsight.job.Topology;
import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as its main method builds it, on a cluster in this process, with a test's options. */
final class StartedJob {
    private StartedJob() {}

    static JobClient start(LocalBroker broker, LocalFlink flink, TopicNames topics, Run run) {
        JobOptions options = options(broker, topics, run);
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, run.backend());
        run.savepoint()
                .ifPresent(
                        path ->
                                settings.set(
                                        StateRecoveryOptions.SAVEPOINT_PATH,
                                        path.toUri().toString()));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        StreamExecutionEnvironment env = flink.environment(settings);
        env.setParallelism(run.parallelism());
        Main.configure(env, options);
        Topology.build(env, options);
        try {
            return env.executeAsync(options.consumerGroup());
        } catch (Exception e) {
            throw new IllegalStateException("the job was not taken", e);
        }
    }

    private static JobOptions options(LocalBroker broker, TopicNames topics, Run run) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--bootstrap", broker.bootstrap());
        options.put("--readings-topic", topics.readings());
        options.put("--results-topic", topics.results());
        options.put("--shadow-topic", topics.shadow());
        options.put("--episodes-topic", topics.episodes());
        options.put("--dead-letters-topic", topics.deadLetters());
        options.put("--models-topic", topics.models());
        options.put("--consumer-group", run.name());
        options.put("--transaction-prefix", run.name());
        options.put("--groups", JobUnderTest.GROUP);
        options.put("--out-of-orderness", "PT1S");
        options.put("--quiet-after", "PT0.5S");
        // A partition that is read a little later than another must not count as silent.
        options.put("--idleness", "PT10M");
        options.put("--checkpoint-interval", "PT0.3S");
        options.put("--transaction-timeout", "PT30S");
        options.putAll(run.options());
        return JobOptionsParser.parse(
                options.entrySet().stream()
                        .flatMap(option -> Stream.of(option.getKey(), option.getValue()))
                        .toArray(String[]::new));
    }
}
