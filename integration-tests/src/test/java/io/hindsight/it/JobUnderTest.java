package io.hindsight.it;

import io.hindsight.console.command.RootCommand;
import io.hindsight.console.kafka.ReadingSender;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.TopicReader;
import io.hindsight.console.kafka.Topics;
import io.hindsight.console.local.LocalBroker;
import io.hindsight.console.local.LocalFlink;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.it.Expected.Slot;
import io.hindsight.job.models.ReleaseVerifier;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import io.hindsight.trainer.data.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import picocli.CommandLine;

/**
 * One run of the job on topics of its own: readings are sent, and a careful reader collects what is
 * committed. Every wait has a deadline.
 */
final class JobUnderTest implements AutoCloseable {
    static final String GROUP = "air";

    private static final String CLOSING = "closing-";
    private static final int CLOSING_SENSORS = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalBroker broker;
    private final TopicNames topics;
    private final ReadingSender sender;
    private final TopicReader<Result> resultReader;
    private final List<Result> results = new ArrayList<>();
    private final JobClient job;

    /** With the options of {@link StartedJob}. */
    JobUnderTest(
            LocalBroker broker, LocalFlink flink, String name, String backend, int parallelism) {
        this(broker, flink, Run.of(name, backend, parallelism));
    }

    JobUnderTest(LocalBroker broker, LocalFlink flink, Run run) {
        this.broker = broker;
        topics =
                new TopicNames(
                        run.name() + ".readings",
                        run.name() + ".results",
                        run.name() + ".shadow",
                        run.name() + ".episodes",
                        run.name() + ".dead-letters",
                        run.name() + ".models");
        Topics.create(broker.bootstrap(), topics, run.partitions());
        sender = new ReadingSender(broker.bootstrap(), topics.readings());
        resultReader = new TopicReader<>(broker.bootstrap(), topics.results(), Wires.RESULT);
        send(run.sent());
        job = StartedJob.start(broker, flink, topics, run);
    }

    /** Publishes, and returns when the job has decided from when on the model acts. */
    ModelRelease publish(Bundle bundle, long fromMillis) {
        ReleaseOrder order = ReleaseOrder.next(GROUP);
        ModelRelease release =
                publisher()
                        .publish(
                                SelfCheck.write(bundle),
                                fromMillis == ModelSchedule.Order.AT_ONCE
                                        ? order
                                        : order.from(Instant.ofEpochMilli(fromMillis)));
        awaitDecisions();
        return release;
    }

    /** Returns when the job has decided from when on each order, and what is ignored, acts. */
    void awaitDecisions() {
        await("decisions", this::isAllDecided);
    }

    /** Runs a command for this run's group and broker; what it printed. */
    String command(String... words) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrap(), "--group", GROUP));
        all.addAll(List.of("--models-topic", topics.models()));
        int code =
                new CommandLine(new RootCommand())
                        .setOut(new PrintWriter(out, true))
                        .execute(all.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError(all + " ended with " + code);
        }
        return out.toString();
    }

    /** What stands on the models topic. */
    GroupRecords records() {
        return GroupRecords.read(broker.bootstrap(), topics.models(), GROUP);
    }

    private boolean isAllDecided() {
        GroupRecords records = records();
        int ordered = records.schedule().map(each -> each.orders().size()).orElse(0);
        int wanted = records.suppression().map(each -> each.editions().size()).orElse(0);
        return records.times().map(each -> each.times().size()).orElse(0) == ordered
                && records.times().map(each -> each.suppressions().size()).orElse(0) == wanted;
    }

    /** Releases bytes as they are, past the publisher that would refuse them. */
    void release(byte[] bundle, long version) {
        ModelRelease release =
                new ModelRelease(
                        GROUP,
                        version,
                        ReleaseVerifier.sha256(bundle),
                        null,
                        bundle,
                        System.currentTimeMillis());
        try (ReadingSender models = new ReadingSender(broker.bootstrap(), topics.models())) {
            models.sendBytes(release.key(), release.encode());
            models.flush();
        }
    }

    private ReleasePublisher publisher() {
        return new ReleasePublisher(broker.bootstrap(), topics.models(), Clock.systemUTC());
    }

    /** Event time from which the last order acts, as it was decided. */
    long lastDecision() {
        List<ModelTimes.Time> times = records().times().orElseThrow().times();
        return times.get(times.size() - 1).fromMillis();
    }

    void send(Collection<Row> rows) {
        for (Row row : rows) {
            sender.send(new Reading(row.sensor(), GROUP, row.timeMillis(), row.values()));
        }
        sender.flush();
    }

    /** Lets event time go on behind what was sent, on every partition; nothing may follow. */
    void close(long eventTimeMillis, int channels) {
        for (int k = 0; k < CLOSING_SENSORS; k++) {
            sender.send(new Reading(CLOSING + k, GROUP, eventTimeMillis, new double[channels]));
        }
        sender.flush();
    }

    /** Sends bytes as they are. */
    void sendBytes(String key, byte[] value) {
        sender.sendBytes(key, value);
    }

    void send(Reading reading) {
        sender.send(reading);
    }

    /** Waits until the best of each slot is what it should be, then a little longer. */
    List<Result> awaitBest(Map<Slot, Result> expected) {
        awaitOrGiveUp(() -> pollResults(200) > 0 && isBest(expected));
        for (int i = 0; i < 5; i++) {
            pollResults(200);
        }
        return List.copyOf(results);
    }

    private boolean isBest(Map<Slot, Result> expected) {
        Map<Slot, Result> best = Expected.best(results);
        return best.keySet().equals(expected.keySet()) && hasBest(expected);
    }

    private boolean hasBest(Map<Slot, Result> expected) {
        Map<Slot, Result> best = Expected.best(results);
        return expected.entrySet().stream()
                .allMatch(
                        slot ->
                                best.containsKey(slot.getKey())
                                        && Expected.said(best.get(slot.getKey()))
                                                .equals(Expected.said(slot.getValue())));
    }

    /**
     * Waits until the best of some slots is what it should be; what was said of these and others.
     */
    List<Result> awaitBestOf(Map<Slot, Result> expected) {
        awaitOrGiveUp(() -> pollResults(200) > 0 && hasBest(expected));
        pollResults(1_000);
        return results();
    }

    /** What has been read so far. */
    List<Result> results() {
        return List.copyOf(results);
    }

    /** Waits for so many slots of which anything is said; all that was. */
    List<Result> awaitSlots(int count) {
        await(
                count + " slots, has " + Expected.best(results).size(),
                () -> pollResults(200) > 0 && Expected.best(results).size() >= count);
        return List.copyOf(results);
    }

    /** Waits for the first results; returns how many there are. */
    int awaitSomeResults() {
        await("results", () -> pollResults(50) > 0);
        return results.size();
    }

    /** Reads what there is by now. */
    int pollResults(long millis) {
        resultReader.poll(
                Duration.ofMillis(millis),
                result -> {
                    if (!result.sensor().startsWith(CLOSING)) {
                        results.add(result);
                    }
                });
        return results.size();
    }

    List<DeadLetter> awaitDeadLetters(int count) {
        List<DeadLetter> letters = new ArrayList<>();
        try (TopicReader<DeadLetter> reader =
                new TopicReader<>(broker.bootstrap(), topics.deadLetters(), Wires.DEAD_LETTER)) {
            await(
                    count + " dead letters",
                    () -> {
                        reader.poll(Duration.ofMillis(200), letters::add);
                        return letters.size() >= count;
                    });
            reader.poll(Duration.ofSeconds(1), letters::add);
        }
        return letters;
    }

    /** Waits for an episode of a sensor; returns all that there are. */
    List<Episode> awaitEpisode(String sensor) {
        List<Episode> episodes = new ArrayList<>();
        try (TopicReader<Episode> reader =
                new TopicReader<>(broker.bootstrap(), topics.episodes(), Wires.EPISODE)) {
            await(
                    "episode of " + sensor,
                    () -> {
                        reader.poll(Duration.ofMillis(200), episodes::add);
                        return episodes.stream().anyMatch(e -> e.sensor().equals(sensor));
                    });
        }
        return episodes;
    }

    TopicNames topics() {
        return topics;
    }

    /** What has come by the deadline is for the caller to judge. */
    private void awaitOrGiveUp(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !condition.getAsBoolean()) {
            if (job.getJobExecutionResult().isCompletedExceptionally()) {
                throw new AssertionError("the job failed", cause());
            }
        }
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (job.getJobExecutionResult().isCompletedExceptionally()) {
                throw new AssertionError("the job failed while waiting for " + what, cause());
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " within " + PATIENCE);
            }
        }
    }

    private Throwable cause() {
        return job.getJobExecutionResult().handle((result, failure) -> failure).join();
    }

    /** Ends the job when all that it has said so far is committed; the savepoint's directory. */
    Path stopWithSavepoint(Path into) {
        try {
            String path =
                    job.stopWithSavepoint(
                                    false, into.toUri().toString(), SavepointFormatType.CANONICAL)
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            pollResults(1_000);
            return Path.of(URI.create(path));
        } catch (Exception e) {
            throw new AssertionError("no savepoint", e);
        }
    }

    @Override
    public void close() {
        try {
            job.cancel().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            // The job has ended already: a test that expects it to live has failed by now.
        }
        sender.close();
        resultReader.close();
    }
}
