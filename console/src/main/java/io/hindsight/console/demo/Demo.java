package io.hindsight.console.demo;

import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.Topics;
import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.local.ProjectHome;
import io.hindsight.job.Main;
import io.hindsight.job.Topology;
import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.trainer.train.Progress;
import java.io.PrintWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The demo: a broker and a cluster are started, a student is trained and published, a recording is
 * streamed through, and a {@link Play} is given before a reader that counts what comes out.
 */
public final class Demo implements AutoCloseable {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;

    /** Each has a sensor at least, so that none holds event time back. */
    private static final int PARTITIONS = 4;

    private static final int PARALLELISM = 2;

    private final Narrator narrator;
    private final Progress progress;
    private final LocalBroker broker;
    private final LocalFlink flink;

    private Demo(Narrator narrator, Progress progress) {
        this.narrator = narrator;
        this.progress = progress;
        narrator.say("starting a Kafka broker, in a process of its own");
        broker = LocalBroker.start();
        try {
            Topics.create(broker.bootstrap(), TOPICS, PARTITIONS);
            narrator.say("Kafka serves on %s; starting a Flink cluster", broker.bootstrap());
            flink = LocalFlink.start(1, PARALLELISM);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Runs the demo from start to end; everything that it starts is stopped before it returns. */
    public static DemoSummary run(PrintWriter out, Progress progress) {
        Narrator narrator = new Narrator(out);
        DemoRecording recording = DemoRecording.read(ProjectHome.find());
        narrator.say(
                "the recording: %d stations, %d channels, hourly; a year to train on, a year to"
                        + " stream",
                recording.whole().series().size(), recording.whole().channels().size());
        try (Demo demo = new Demo(narrator, progress)) {
            return demo.play(recording);
        }
    }

    private DemoSummary play(DemoRecording recording) {
        narrator.say("fitting a first model, its anchor alone");
        Bundle first = Students.first(recording, progress);
        JobClient job = submit();
        narrator.say("the job runs, with parallelism %d", PARALLELISM);
        Plot plot = Plot.of(recording);
        Ledger ledger = new Ledger(recording, plot, first.normaliser());
        Alarms alarms = new Alarms(narrator);
        try (Watcher watcher = new Watcher(broker.bootstrap(), TOPICS, ledger, alarms);
                ReadingSender sender = new ReadingSender(broker.bootstrap(), TOPICS.readings())) {
            return new Play(
                            narrator,
                            recording,
                            plot,
                            new Feed(recording, plot, sender),
                            new Orders(broker.bootstrap(), TOPICS, narrator),
                            ledger,
                            alarms,
                            watcher,
                            new Patience(job, ledger, watcher))
                    .run(first, () -> Students.second(recording, progress));
        }
    }

    /**
     * A reading goes through the repair bound, two days, in a quarter of a second here; a stream
     * that stands still gives out its last readings after one.
     */
    private JobClient submit() {
        JobOptions options =
                JobOptionsParser.parse(
                        "--bootstrap",
                        broker.bootstrap(),
                        "--groups",
                        DemoRecording.GROUP,
                        "--out-of-orderness",
                        "PT1S",
                        "--repair-bound",
                        "P2D",
                        "--quiet-after",
                        "PT1S",
                        "--idleness",
                        "PT30M",
                        "--checkpoint-interval",
                        "PT0.5S",
                        "--transaction-timeout",
                        "PT1M");
        StreamExecutionEnvironment env = flink.environment(new Configuration());
        env.setParallelism(PARALLELISM);
        Main.configure(env, options);
        Topology.build(env, options);
        try {
            return env.executeAsync("hindsight");
        } catch (Exception e) {
            throw new IllegalStateException("the job was not taken: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            flink.close();
        } finally {
            broker.close();
        }
    }
}
