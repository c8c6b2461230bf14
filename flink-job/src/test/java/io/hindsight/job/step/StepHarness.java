package io.hindsight.job.step;

import io.hindsight.job.context.BroadcastContexts;
import io.hindsight.job.context.GroupSlot;
import io.hindsight.job.decode.Received;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Receiving;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.job.state.JobTypes;
import io.hindsight.job.state.SideOutputs;
import io.hindsight.model.sensor.AlarmRules;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The keyed step as one or more subtasks run it, on either state backend. */
final class StepHarness implements AutoCloseable {
    static final AlarmRules ALARMS = new AlarmRules(1, 3, Duration.ofDays(1), 2);

    /** Readings are taken when they arrive. */
    static final StepOptions ON_ARRIVAL =
            new StepOptions(ALARMS, true, Duration.ofHours(30), Duration.ofDays(60));

    /** Readings wait for the watermark. */
    static final StepOptions AT_THE_WATERMARK =
            new StepOptions(ALARMS, false, Duration.ofHours(30), Duration.ofDays(60));

    private static final int KEY_GROUPS = 16;
    private static final List<String> PARTS =
            Stream.of("sensor", "readings", "misses", "gap-slots", "snapshots")
                    .flatMap(part -> Stream.of(part, "shadow-" + part))
                    .toList();

    private final List<Subtask> subtasks = new ArrayList<>();
    private final Map<String, Orders> orders = new HashMap<>();
    private long offset;

    private StepHarness() {}

    /** Where state is kept. */
    enum Backend {
        HEAP,
        ROCKSDB;

        StateBackend create() {
            return switch (this) {
                case HEAP -> new HashMapStateBackend();
                case ROCKSDB -> new EmbeddedRocksDBStateBackend();
            };
        }
    }

    /** A new job. */
    static StepHarness on(Backend backend) throws Exception {
        return on(backend, 1, ON_ARRIVAL);
    }

    /** A new job. */
    static StepHarness on(Backend backend, int parallelism, StepOptions options) throws Exception {
        StepHarness harness = new StepHarness();
        for (int index = 0; index < parallelism; index++) {
            harness.subtasks.add(new Subtask(backend, parallelism, index, options, null));
        }
        return harness;
    }

    /** A job that goes on from another one's snapshot, at any parallelism. */
    static StepHarness restored(Backend backend, int parallelism, Snapshot snapshot)
            throws Exception {
        return restored(backend, parallelism, ON_ARRIVAL, snapshot);
    }

    /** A job that goes on from another one's snapshot, at any parallelism. */
    static StepHarness restored(
            Backend backend, int parallelism, StepOptions options, Snapshot snapshot)
            throws Exception {
        StepHarness harness = new StepHarness();
        harness.offset = snapshot.offset();
        for (int index = 0; index < parallelism; index++) {
            OperatorSubtaskState share =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            snapshot.state(),
                            KEY_GROUPS,
                            snapshot.parallelism(),
                            parallelism,
                            index);
            harness.subtasks.add(new Subtask(backend, parallelism, index, options, share));
        }
        return harness;
    }

    /** What a checkpoint holds, and how far the reading of the topic had come. */
    record Snapshot(OperatorSubtaskState state, int parallelism, long offset) {}

    /** The next record of the topic, at the subtask that owns its sensor. */
    void read(Reading reading) throws Exception {
        Received received = Receiving.of(offset++, reading);
        int owner =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        received.owner(), KEY_GROUPS, subtasks.size());
        subtasks.get(owner)
                .harness
                .processElement(new StreamRecord<>(received, reading.eventTimeMillis()));
    }

    void readAll(List<Reading> readings) throws Exception {
        for (Reading reading : readings) {
            read(reading);
        }
    }

    /** A release that acts on every reading. */
    void activate(ModelRelease release) throws Exception {
        activate(release, ModelTimes.Time.FROM_THE_BEGINNING);
    }

    /** A release with its order, decided for a time. */
    void activate(ModelRelease release, long fromMillis) throws Exception {
        Orders given = orders.computeIfAbsent(release.group(), Orders::of);
        given.then(ModelSchedule.Kind.ACTIVATE, release.version()).decided(fromMillis);
        broadcast(release);
        order(given);
    }

    /** Orders, and the times that were decided for them. */
    void order(Orders given) throws Exception {
        broadcast(given.schedule());
        broadcast(given.times());
    }

    void broadcast(ModelRecord record) throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.harness.processBroadcastElement(
                    new StreamRecord<>(new Notice.OfModels(record)));
        }
    }

    void context(GroupSlot slot) throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.harness.processBroadcastElement(new StreamRecord<>(new Notice.OfContext(slot)));
        }
    }

    /** The readings stand still. */
    void quiet(long watermark, long nowMillis) throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.harness.processBroadcastElement(
                    new StreamRecord<>(new Notice.Quiet(watermark, nowMillis)));
        }
    }

    /** Event time moves on. */
    void watermark(long eventTimeMillis) throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.harness.processWatermark(new Watermark(eventTimeMillis));
            subtask.harness.processBroadcastWatermark(new Watermark(eventTimeMillis));
        }
    }

    Snapshot snapshot() throws Exception {
        OperatorSubtaskState[] parts = new OperatorSubtaskState[subtasks.size()];
        for (int index = 0; index < parts.length; index++) {
            parts[index] = subtasks.get(index).harness.snapshot(1, 1);
        }
        return new Snapshot(
                AbstractStreamOperatorTestHarness.repackageState(parts), parts.length, offset);
    }

    /** All results so far; in the order of the readings at parallelism 1. */
    List<Result> results() {
        return subtasks.stream().flatMap(s -> s.harness.extractOutputValues().stream()).toList();
    }

    List<Episode> episodes() {
        return side(SideOutputs.EPISODES);
    }

    List<Result> shadowResults() {
        return side(SideOutputs.SHADOW_RESULTS);
    }

    List<DeadLetter> deadLetters() {
        return side(SideOutputs.DEAD_LETTERS);
    }

    /** Entries of keyed state; on the heap all of a map are one entry. */
    int keyedEntries() {
        return subtasks.stream().mapToInt(Subtask::keyedEntries).sum();
    }

    /** Sensors of which any part of their state is kept. */
    long sensorsWithState() {
        return subtasks.stream()
                .flatMap(subtask -> PARTS.stream().flatMap(subtask::owners))
                .distinct()
                .count();
    }

    int timers() {
        return subtasks.stream()
                .mapToInt(s -> s.harness.numEventTimeTimers() + s.harness.numProcessingTimeTimers())
                .sum();
    }

    /** Keys of the records that the first subtask keeps. */
    Set<String> kept() throws Exception {
        Set<String> keys = new TreeSet<>();
        for (Map.Entry<String, ModelRecord> entry :
                subtasks.get(0)
                        .harness
                        .getBroadcastState(BroadcastModels.STATE)
                        .immutableEntries()) {
            keys.add(entry.getKey());
        }
        return keys;
    }

    @Override
    public void close() {
        for (Subtask subtask : subtasks) {
            try {
                subtask.harness.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing a subtask", e);
            }
        }
    }

    private <T> List<T> side(OutputTag<T> tag) {
        List<T> values = new ArrayList<>();
        for (Subtask subtask : subtasks) {
            Queue<StreamRecord<T>> queue = subtask.harness.getSideOutput(tag);
            if (queue != null) {
                queue.forEach(record -> values.add(record.getValue()));
            }
        }
        return values;
    }

    private static final class Subtask {
        private final CoBroadcastWithKeyedOperator<Tuple2<String, String>, Received, Notice, Result>
                operator;
        private final KeyedBroadcastOperatorTestHarness<
                        Tuple2<String, String>, Received, Notice, Result>
                harness;

        Subtask(
                Backend backend,
                int parallelism,
                int index,
                StepOptions options,
                OperatorSubtaskState restored)
                throws Exception {
            operator =
                    new CoBroadcastWithKeyedOperator<>(
                            new SensorStepFunction(options),
                            List.of(BroadcastModels.STATE, BroadcastContexts.STATE));
            harness =
                    new KeyedBroadcastOperatorTestHarness<>(
                            operator,
                            Received::owner,
                            Received.OWNER,
                            KEY_GROUPS,
                            parallelism,
                            index);
            harness.setStateBackend(backend.create());
            harness.setup(JobTypes.RESULT.createSerializer(null));
            if (restored != null) {
                harness.initializeState(restored);
            }
            harness.open();
        }

        Stream<Tuple2<String, String>> owners(String part) {
            KeyedStateBackend<Tuple2<String, String>> backend = operator.getKeyedStateBackend();
            return backend.getKeys(part, VoidNamespace.INSTANCE);
        }

        int keyedEntries() {
            return ((TestableKeyedStateBackend<?>) operator.getKeyedStateBackend())
                    .numKeyValueStateEntries();
        }
    }
}
