package io.hindsight.console.demo;

import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.Topics;
import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.local.ProjectHome;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.job.Main;
import io.hindsight.job.Topology;
import io.hindsight.job.options.JobOptions;
import io.hindsight.job.options.JobOptionsParser;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Reading;
import io.hindsight.trainer.train.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The demo: a broker and a cluster are started, a student is trained and published, a recording is
 * streamed through, a better student takes over half-way, and a reader counts what comes out.
 */
public final class Demo implements AutoCloseable {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    private static final long READINGS_PER_SECOND = 2500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final byte[] NOT_A_READING = {1, 2, 3};

    private final Narrator narrator;
    private final Progress progress;
    private final LocalBroker broker;
    private final LocalFlink flink;
    private JobClient job;
    private long sent;

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
        job = submit();
        narrator.say("the job runs, with parallelism %d", PARALLELISM);
        Ledger ledger = new Ledger(recording, first.normaliser());
        try (Watcher watcher = new Watcher(broker.bootstrap(), TOPICS, ledger);
                ReadingSender sender = new ReadingSender(broker.bootstrap(), TOPICS.readings())) {
            publish(first);
            int slot = leadIn(recording, ledger, watcher, sender);
            narrator.say(
                    "streaming %s to %s, %d %% of the known values hidden",
                    recording.time(slot).toString().substring(0, 10),
                    recording.time(recording.endSlot() - 1).toString().substring(0, 10),
                    10);
            CompletableFuture<Bundle> second =
                    CompletableFuture.supplyAsync(() -> Students.second(recording, progress));
            narrator.say("training a second one meanwhile, with a student on the anchor");
            stream(recording, slot, recording.halfSlot(), sender, ledger);
            breakSomeRules(recording, sender);
            if (!second.isDone()) {
                narrator.say("the stream waits at half-way for the second model");
            }
            Bundle better = second.join();
            long published = System.nanoTime();
            publish(better);
            double swapSeconds = streamUntilSwapped(recording, sender, ledger, watcher, published);
            awaitResults(ledger, watcher);
            return summary(recording, ledger, watcher, swapSeconds);
        }
    }

    private JobClient submit() {
        JobOptions options =
                JobOptionsParser.parse(
                        "--bootstrap",
                        broker.bootstrap(),
                        "--groups",
                        DemoRecording.GROUP,
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

    private void publish(Bundle bundle) {
        ModelRelease release =
                new ReleasePublisher(broker.bootstrap(), TOPICS.models(), Clock.systemUTC())
                        .publish(SelfCheck.write(bundle), ReleaseOrder.next(DemoRecording.GROUP));
        narrator.say(
                "published model version %d, %,d bytes",
                release.version(), release.bundle().length);
    }

    /** The days before the stream, hour by hour, until the first model answers for every sensor. */
    private int leadIn(
            DemoRecording recording, Ledger ledger, Watcher watcher, ReadingSender sender) {
        int slot = recording.firstSlot();
        while (slot < recording.startSlot()) {
            send(recording, slot++, sender);
            if (ledger.lowestVersion() < 1) {
                sender.flush();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        sender.flush();
        await(
                () -> ledger.lowestVersion() >= 1 || ledger.results() == sent,
                ledger,
                watcher,
                "the first model's results");
        return slot;
    }

    private void stream(
            DemoRecording recording, int from, int to, ReadingSender sender, Ledger ledger) {
        long start = System.nanoTime();
        long already = sent;
        for (int slot = from; slot < to; slot++) {
            send(recording, slot, sender);
            long due = (sent - already) * 1_000_000_000L / READINGS_PER_SECOND;
            LockSupport.parkNanos(start + due - System.nanoTime());
            tell(recording, slot, ledger);
        }
        sender.flush();
    }

    private double streamUntilSwapped(
            DemoRecording recording,
            ReadingSender sender,
            Ledger ledger,
            Watcher watcher,
            long publishedNanos) {
        CompletableFuture<Double> swapped =
                CompletableFuture.supplyAsync(
                        () -> {
                            await(
                                    () -> ledger.lowestVersion() >= 2,
                                    ledger,
                                    watcher,
                                    "the second model's results");
                            double seconds = (System.nanoTime() - publishedNanos) / 1e9;
                            narrator.say(
                                    "version 2 answers for every sensor, %.1f s after it was"
                                            + " published; nothing was restarted",
                                    seconds);
                            return seconds;
                        });
        stream(recording, recording.halfSlot(), recording.endSlot(), sender, ledger);
        return swapped.join();
    }

    /** Records that no job could use, to show where they go. */
    private void breakSomeRules(DemoRecording recording, ReadingSender sender) {
        Reading good = recording.visible(0, recording.halfSlot());
        double[] tooFew = {1, 2};
        Double[] notFinite = new Double[good.values().length];
        notFinite[0] = Double.POSITIVE_INFINITY;
        sender.sendBytes(good.sensor(), NOT_A_READING);
        sender.send(Reading.asSent(good.sensor(), good.group(), good.eventTimeMillis(), notFinite));
        sender.send(new Reading(good.sensor(), good.group(), good.eventTimeMillis(), tooFew));
        sender.flush();
        narrator.say("sent three broken records: not Avro, an infinity, two channels of eleven");
    }

    private void send(DemoRecording recording, int slot, ReadingSender sender) {
        for (int k = 0; k < recording.whole().series().size(); k++) {
            sender.send(recording.visible(k, slot));
            sent++;
        }
    }

    private void tell(DemoRecording recording, int slot, Ledger ledger) {
        String month = recording.time(slot).toString().substring(0, 7);
        if (slot + 1 < recording.endSlot()
                && !recording.time(slot + 1).toString().startsWith(month)) {
            Ledger.Errors errors = ledger.total();
            narrator.say(
                    "%s sent   %,9d results   %,8d imputed   MAE %.3f, last observation %.3f",
                    month, ledger.results(), ledger.imputed(), errors.mae(), errors.maeHeld());
        }
    }

    private void awaitResults(Ledger ledger, Watcher watcher) {
        await(() -> ledger.distinct() >= sent, ledger, watcher, "all results");
        LockSupport.parkNanos(LAST_LOOK.toNanos());
    }

    /**
     * Waits as long as results go on coming.
     *
     * @throws IllegalStateException if the job has failed or nothing has come for too long
     */
    private void await(BooleanSupplier condition, Ledger ledger, Watcher watcher, String what) {
        long results = ledger.results();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            watcher.throwFailure();
            if (job.getJobExecutionResult().isCompletedExceptionally()) {
                throw new IllegalStateException("the job failed while waiting for " + what);
            }
            if (ledger.results() > results) {
                results = ledger.results();
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "waiting for %s: nothing came for %d s; %d of %d readings have a result"
                                .formatted(what, PATIENCE.toSeconds(), ledger.distinct(), sent));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private DemoSummary summary(
            DemoRecording recording, Ledger ledger, Watcher watcher, double swapSeconds) {
        Ledger.Errors errors = ledger.total();
        ledger.byVersion()
                .forEach(
                        (version, own) ->
                                narrator.say(
                                        "version %d imputed %,d hidden values: MAE %.3f, last"
                                                + " observation %.3f",
                                        version, own.cells(), own.mae(), own.maeHeld()));
        GapDrawing.ofALongGap(recording, ledger).ifPresent(narrator::draw);
        return new DemoSummary(
                sent,
                ledger.results(),
                sent - ledger.distinct(),
                ledger.duplicated() + ledger.unexpected(),
                ledger.imputed(),
                errors.cells(),
                errors.mae(),
                errors.maeHeld(),
                watcher.episodes(),
                watcher.deadLetters(),
                ledger.byVersion().size(),
                swapSeconds,
                narrator.elapsedSeconds());
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
