package io.hindsight.benchmarks;

import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.TopicReader;
import io.hindsight.console.kafka.Topics;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.local.TemporaryDirectory;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.job.Main;
import io.hindsight.job.Topology;
import io.hindsight.job.options.JobOptionsParser;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job as a person would run it, on topics of its own: a bundle is published, readings are sent,
 * and what is committed is read. It has the job's own defaults, but for two: nothing that stands
 * still for a moment on a busy machine counts as silent, and results are committed every second.
 */
final class StreamedJob implements AutoCloseable {
    static final int PARALLELISM = 2;

    static final String GROUP = "recorded";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final int STOP_SECONDS = 30;

    private final String bootstrap;
    private final TemporaryDirectory checkpoints =
            TemporaryDirectory.create("hindsight-checkpoints-");
    private final TopicNames topics;
    private final ReadingSender sender;
    private final TopicReader<Result> reader;
    private final JobClient job;

    /**
     * @param name of this run; its topics and transactions bear it
     * @param sensors that will be heard
     * @param context whether the job works out the context of the group
     */
    StreamedJob(
            String bootstrap,
            LocalFlink flink,
            String name,
            List<String> sensors,
            boolean context) {
        this.bootstrap = bootstrap;
        this.topics =
                new TopicNames(
                        name + ".readings",
                        name + ".results",
                        name + ".shadow",
                        name + ".episodes",
                        name + ".dead-letters",
                        name + ".models");
        Topics.create(bootstrap, topics, Partitions.of(sensors));
        sender = new ReadingSender(bootstrap, topics.readings());
        reader = new TopicReader<>(bootstrap, topics.results(), Wires.RESULT);
        job = start(flink, name, context);
    }

    private JobClient start(LocalFlink flink, String name, boolean context) {
        var options =
                JobOptionsParser.parse(
                        "--bootstrap",
                        bootstrap,
                        "--readings-topic",
                        topics.readings(),
                        "--results-topic",
                        topics.results(),
                        "--shadow-topic",
                        topics.shadow(),
                        "--episodes-topic",
                        topics.episodes(),
                        "--dead-letters-topic",
                        topics.deadLetters(),
                        "--models-topic",
                        topics.models(),
                        "--consumer-group",
                        name,
                        "--transaction-prefix",
                        name,
                        "--groups",
                        GROUP,
                        "--context",
                        context ? "on" : "off",
                        "--idleness",
                        "PT10M",
                        "--quiet-after",
                        "PT10M",
                        "--checkpoint-interval",
                        "PT1S");
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.path().toUri().toString());
        StreamExecutionEnvironment env = flink.environment(settings);
        env.setParallelism(PARALLELISM);
        Main.configure(env, options);
        Topology.build(env, options);
        try {
            return env.executeAsync(name);
        } catch (Exception e) {
            throw new IllegalStateException("the job was not taken: " + e.getMessage(), e);
        }
    }

    /** Publishes a model that acts at once, and returns when the job has decided so. */
    void publish(byte[] bundle) {
        new ReleasePublisher(bootstrap, topics.models(), Clock.systemUTC())
                .publish(bundle, ReleaseOrder.next(GROUP));
        await("the model's time", () -> 0, this::isDecided);
    }

    private boolean isDecided() {
        return GroupRecords.read(bootstrap, topics.models(), GROUP).times().isPresent();
    }

    void send(Reading reading) {
        sender.send(reading);
    }

    /** Returns when the broker has everything that was sent. */
    void flush() {
        sender.flush();
    }

    /** Reads what has been committed by now. */
    void poll(StreamedAnswers answers) {
        reader.poll(POLL, answers::take);
    }

    /** Reads all that stands on the topic. */
    void readToEnd(StreamedAnswers answers) {
        reader.readToEnd(answers::take);
    }

    /** Waits as long as more comes; what came so far is counted by {@code sign}. */
    void await(String what, LongSupplier sign, BooleanSupplier condition) {
        long before = sign.getAsLong();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (job.getJobExecutionResult().isCompletedExceptionally()) {
                throw new IllegalStateException("the job failed while waiting for " + what);
            }
            if (sign.getAsLong() > before) {
                before = sign.getAsLong();
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "waiting for %s: nothing came for %s after %,d results"
                                .formatted(what, PATIENCE, before));
            }
        }
    }

    @Override
    public void close() {
        try {
            job.cancel().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException ended) {
            // It ends with the cluster, if it has not ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
        reader.close();
        checkpoints.delete();
    }
}
