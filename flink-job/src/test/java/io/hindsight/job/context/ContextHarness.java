package io.hindsight.job.context;

import io.hindsight.job.decode.Received;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Receiving;
import io.hindsight.job.models.BroadcastModels;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Both operators of a group's context, each as one or more subtasks run it. */
final class ContextHarness implements AutoCloseable {
    private static final int KEY_GROUPS = 64;
    private static final List<String> PARTIAL = List.of("waiting", "slots", "agenda");
    private static final List<String> MERGE = List.of("slots", "agenda");

    private final List<Partial> partials = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final List<GroupSlot> said = new ArrayList<>();
    private final Map<String, Orders> orders = new HashMap<>();
    private long offset;

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

    /** What a checkpoint holds. */
    record Snapshot(OperatorSubtaskState partial, OperatorSubtaskState merge, int parallelism) {}

    ContextHarness(Backend backend, int parallelism, Duration bound) throws Exception {
        this(backend, parallelism, bound, null);
    }

    /** Goes on from a snapshot, unless that is null, at any parallelism. */
    ContextHarness(Backend backend, int parallelism, Duration bound, Snapshot from)
            throws Exception {
        for (int index = 0; index < parallelism; index++) {
            Partial partial = new Partial(bound, parallelism, index);
            Merge merge = new Merge(bound, parallelism, index);
            start(partial.harness, backend, share(from, true, parallelism, index));
            start(merge.harness, backend, share(from, false, parallelism, index));
            partials.add(partial);
            merges.add(merge);
        }
    }

    private static OperatorSubtaskState share(
            Snapshot from, boolean partial, int parallelism, int index) {
        return from == null
                ? null
                : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        partial ? from.partial() : from.merge(),
                        KEY_GROUPS,
                        from.parallelism(),
                        parallelism,
                        index);
    }

    private static void start(
            AbstractStreamOperatorTestHarness<?> harness,
            Backend backend,
            OperatorSubtaskState restored)
            throws Exception {
        harness.setStateBackend(backend.create());
        harness.setup();
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    /** A release with its order, decided for the beginning. */
    void release(ModelRelease release) throws Exception {
        release(release, ModelTimes.Time.FROM_THE_BEGINNING);
    }

    /** A release with its order, decided for a time. */
    void release(ModelRelease release, long fromMillis) throws Exception {
        Orders given = orders.computeIfAbsent(release.group(), Orders::of);
        given.then(ModelSchedule.Kind.ACTIVATE, release.version()).decided(fromMillis);
        for (ModelRecord record : List.of(release, given.schedule(), given.times())) {
            for (Partial partial : partials) {
                partial.harness.processBroadcastElement(new StreamRecord<>(record));
            }
        }
    }

    void read(Reading reading) throws Exception {
        Received received = Receiving.of(offset++, reading);
        partials.get(owner(Shards.of(received)))
                .harness
                .processElement(new StreamRecord<>(received, reading.eventTimeMillis()));
        handOver();
    }

    void readAll(List<Reading> readings) throws Exception {
        for (Reading reading : readings) {
            read(reading);
        }
    }

    /** The watermark comes to each of the first subtasks, then to the merging ones. */
    void watermark(long millis) throws Exception {
        for (Partial partial : partials) {
            partial.harness.watermark(millis);
        }
        handOver();
        for (Merge merge : merges) {
            merge.harness.processWatermark(millis);
            said.addAll(merge.taken());
        }
    }

    private void handOver() throws Exception {
        for (Partial partial : partials) {
            for (SlotPart part : partial.taken()) {
                merges.get(owner(part.group())).harness.processElement(new StreamRecord<>(part));
            }
        }
    }

    private int owner(Object key) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, KEY_GROUPS, partials.size());
    }

    /** All that was said, by group, slot and revision. */
    List<GroupSlot> said() {
        return said.stream()
                .sorted(
                        Comparator.comparing(GroupSlot::group)
                                .thenComparing(slot -> slot.slot().timeMillis())
                                .thenComparing(slot -> slot.slot().spec().predicted())
                                .thenComparing(GroupSlot::revision))
                .toList();
    }

    /** Keys of every state; RocksDB's own count has timers in it that are on their way out. */
    int entries() {
        return partials.stream().mapToInt(one -> entries(one.operator, PARTIAL)).sum()
                + merges.stream().mapToInt(one -> entries(one.operator, MERGE)).sum();
    }

    private static int entries(AbstractStreamOperator<?> operator, List<String> states) {
        return states.stream().mapToInt(state -> entries(operator, state)).sum();
    }

    private static int entries(AbstractStreamOperator<?> operator, String state) {
        try (Stream<?> keys =
                operator.getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
            return (int) keys.count();
        }
    }

    int timers() {
        return partials.stream().mapToInt(one -> one.harness.numEventTimeTimers()).sum()
                + merges.stream().mapToInt(one -> one.harness.numEventTimeTimers()).sum();
    }

    Snapshot snapshot() throws Exception {
        OperatorSubtaskState[] first = new OperatorSubtaskState[partials.size()];
        OperatorSubtaskState[] second = new OperatorSubtaskState[partials.size()];
        for (int index = 0; index < first.length; index++) {
            first[index] = partials.get(index).harness.snapshot(1, 1);
            second[index] = merges.get(index).harness.snapshot(1, 1);
        }
        return new Snapshot(
                AbstractStreamOperatorTestHarness.repackageState(first),
                AbstractStreamOperatorTestHarness.repackageState(second),
                first.length);
    }

    @Override
    public void close() {
        partials.forEach(partial -> close(partial.harness));
        merges.forEach(merge -> close(merge.harness));
    }

    private static void close(AutoCloseable subtask) {
        try {
            subtask.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a subtask", e);
        }
    }

    private static final class Partial {
        private final CoBroadcastWithKeyedOperator<
                        Tuple2<String, Integer>, Received, ModelRecord, SlotPart>
                operator;
        private final KeyedBroadcastOperatorTestHarness<
                        Tuple2<String, Integer>, Received, ModelRecord, SlotPart>
                harness;
        private int taken;

        Partial(Duration bound, int parallelism, int index) throws Exception {
            operator =
                    new CoBroadcastWithKeyedOperator<>(
                            new PartialContextFunction(bound), List.of(BroadcastModels.STATE));
            harness =
                    new KeyedBroadcastOperatorTestHarness<>(
                            operator, Shards::of, Shards.TYPE, KEY_GROUPS, parallelism, index);
        }

        List<SlotPart> taken() {
            List<SlotPart> all = harness.extractOutputValues();
            List<SlotPart> fresh = all.subList(taken, all.size());
            taken = all.size();
            return fresh;
        }
    }

    private static final class Merge {
        private final KeyedProcessOperator<String, SlotPart, GroupSlot> operator;
        private final KeyedOneInputStreamOperatorTestHarness<String, SlotPart, GroupSlot> harness;
        private int taken;

        Merge(Duration bound, int parallelism, int index) throws Exception {
            operator = new KeyedProcessOperator<>(new MergeContextFunction(bound));
            harness =
                    new KeyedOneInputStreamOperatorTestHarness<>(
                            operator,
                            SlotPart::group,
                            Types.STRING,
                            KEY_GROUPS,
                            parallelism,
                            index);
        }

        List<GroupSlot> taken() {
            List<GroupSlot> all = harness.extractOutputValues();
            List<GroupSlot> fresh = all.subList(taken, all.size());
            taken = all.size();
            return fresh;
        }
    }
}
