package io.hindsight.job.context;

import static io.hindsight.job.fixtures.Readings.HOUR;
import static io.hindsight.job.fixtures.Readings.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindsight.job.context.ContextHarness.Backend;
import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.schemas.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupContextFunctionsTest {
    private static final int CHANNELS = 2;
    private static final Duration BOUND = Duration.ofHours(3);
    private static final Bundle MODEL = Bundles.inContext(CHANNELS, 0, 1);
    private static final ContextSpec SPEC = MODEL.context().orElseThrow();
    private static final List<String> SENSORS =
            IntStream.range(0, 40).mapToObj(s -> "sensor " + s).toList();
    private static final double NONE = Double.NaN;

    @Test
    void saysASlotOnceWhenTheWatermarkHasPassedIt() throws Exception {
        try (ContextHarness context = started(Backend.HEAP, 1)) {
            context.read(reading("a", START, 1, 10));
            context.read(reading("b", START + HOUR / 2 - 1, 3, NONE));
            context.read(reading("c", START + HOUR / 2, 100, 100));
            context.watermark(START + HOUR / 2 - 2);
            assertThat(context.said()).isEmpty();

            context.watermark(START + HOUR / 2 - 1);

            SlotContext both = new SlotContext(CHANNELS);
            both.add(new double[] {1, 10});
            both.add(new double[] {3, NONE});
            assertThat(context.said())
                    .containsExactly(
                            new GroupSlot(
                                    "air", new SlotId(START, SPEC), 1, START + HOUR / 2 - 1, both));
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAP, 1", "HEAP, 2", "HEAP, 5", "ROCKSDB, 3"})
    void saysTheSameWhateverTheOrderAndTheParallelism(Backend backend, int parallelism)
            throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = Randoms.of(seed);
            List<Reading> readings = Readings.series("air", SENSORS, CHANNELS, 12, seed);
            readings.addAll(Readings.series("water", SENSORS.subList(0, 3), CHANNELS, 12, seed));
            Map<String, SlotContext> expected = plain(readings);
            readings.addAll(readings.subList(0, 100));
            Collections.shuffle(readings, random);
            try (ContextHarness context = started(backend, parallelism)) {
                context.release(Releases.of("water", 1, MODEL).release());
                context.readAll(readings);
                for (int hour = 0; hour <= 13; hour++) {
                    context.watermark(Readings.at(hour) - 1);
                }

                assertThat(latest(context.said())).as("seed %d", seed).isEqualTo(expected);
                assertThat(context.said())
                        .as("seed %d", seed)
                        .hasSameSizeAs(expected.keySet())
                        .allMatch(slot -> slot.revision() == 1 && !slot.isCorrection());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void lateReadingsCorrectASlotWithTheNextWatermark(Backend backend) throws Exception {
        try (ContextHarness context = started(backend, 2)) {
            context.read(reading("a", START, 1, 1));
            context.watermark(Readings.at(1));
            context.read(reading("b", START, 2, NONE));
            context.read(reading("c", START, 4, NONE));
            context.read(reading("c", START + 1, 8, NONE));
            context.watermark(Readings.at(1) + 5);
            context.read(reading("d", Readings.at(-1), 16, NONE));
            context.watermark(Readings.at(1) + 9);

            List<GroupSlot> said = context.said();
            assertThat(said)
                    .extracting(slot -> slot.slot().timeMillis(), GroupSlot::revision)
                    .containsExactly(tuple(Readings.at(-1), 1), tuple(START, 1), tuple(START, 2));
            assertThat(said).extracting(GroupSlot::isCorrection).containsExactly(true, false, true);
            assertThat(said.get(2).context())
                    .isEqualTo(slot(List.of(v(1, 1), v(2, NONE), v(4, NONE))));
            assertThat(said.get(0).saidMillis()).isGreaterThan(said.get(2).saidMillis());
        }
    }

    @Test
    void aSensorCountsOnceInASlotByItsEarliestReading() throws Exception {
        try (ContextHarness context = started(Backend.HEAP, 1)) {
            context.read(reading("a", START + 5, 50, NONE));
            context.read(reading("a", START + 2, 20, NONE));
            context.read(reading("a", START + 2, 30, NONE));
            context.watermark(Readings.at(1));
            context.read(reading("a", START + 1, 10, NONE));
            context.watermark(Readings.at(2));

            assertThat(context.said()).hasSize(1);
            assertThat(context.said().get(0).context()).isEqualTo(slot(List.of(v(20, NONE))));
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatComesBeyondTheBoundChangesNothingAndAllStateVanishes(Backend backend)
            throws Exception {
        try (ContextHarness context = started(backend, 2)) {
            context.readAll(Readings.series("air", SENSORS, CHANNELS, 5, 4));
            context.readAll(Readings.series("of no model", SENSORS, CHANNELS, 5, 4));
            assertThat(context.entries()).isPositive();
            assertThat(context.timers()).isPositive();
            long end = Readings.at(4) + HOUR / 2 - 1;
            context.watermark(end);
            context.read(reading("late", START, 1, 1));
            context.watermark(end + 1);
            int said = context.said().size();
            assertThat(said).as("no correction of the first slot").isEqualTo(5);
            assertThat(context.entries()).isPositive();

            context.watermark(end + BOUND.toMillis());

            assertThat(context.entries()).isZero();
            assertThat(context.timers()).isZero();
            context.read(reading("too late", Readings.at(4), 1, 1));
            assertThat(context.entries()).isZero();
            assertThat(context.timers()).isZero();
            assertThat(context.said()).hasSize(said);
        }
    }

    @Test
    void aReadingIsCountedByTheModelOfItsTimeWheneverThatWasReleased() throws Exception {
        try (ContextHarness context = new ContextHarness(Backend.HEAP, 1, BOUND)) {
            context.readAll(List.of(reading("a", START, 1, 1), reading("a", START + HOUR, 2, 2)));
            context.read(reading("a", START + 2 * HOUR, 3, 3));
            context.release(Releases.of("air", 1, MODEL).release(), START + HOUR);
            Bundle without = Bundles.random(CellKind.GRU, 3, CHANNELS, 5);
            context.release(Releases.of("air", 2, without).release(), START + 2 * HOUR);

            context.watermark(Readings.at(9));

            assertThat(context.said())
                    .extracting(slot -> slot.slot().timeMillis())
                    .containsExactly(START + HOUR);
        }
    }

    @Test
    void aModelOfAnotherGridHasSlotsOfItsOwn() throws Exception {
        Bundle moved = Bundles.inContext(CHANNELS, HOUR / 4, 2);
        try (ContextHarness context = started(Backend.HEAP, 1)) {
            context.release(Releases.of("air", 2, moved).release(), START + 10);
            context.read(reading("a", START, 1, 1));
            context.read(reading("b", START + 10, 2, 2));
            context.read(new Reading("c", "air", START + 10, new double[] {1, 2, 3}));

            context.watermark(Readings.at(9));

            assertThat(context.said())
                    .extracting(GroupSlot::slot)
                    .containsExactly(
                            new SlotId(START, SPEC),
                            new SlotId(START + HOUR / 4, moved.context().orElseThrow()));
            assertThat(context.said()).allMatch(slot -> slot.context().readings() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void goesOnFromASnapshotAtAnotherParallelism(Backend backend) throws Exception {
        List<Reading> readings = Readings.series("air", SENSORS, CHANNELS, 6, 9);
        Map<String, SlotContext> expected = plain(readings);
        List<GroupSlot> said = new ArrayList<>();
        ContextHarness.Snapshot snapshot;
        int half = readings.size() / 2;
        try (ContextHarness before = started(backend, 2)) {
            before.readAll(readings.subList(0, half));
            before.watermark(readings.get(half).eventTimeMillis() - HOUR);
            said.addAll(before.said());
            snapshot = before.snapshot();
        }
        try (ContextHarness after = new ContextHarness(backend, 3, BOUND, snapshot)) {
            after.readAll(readings);
            after.watermark(Readings.at(7));
            said.addAll(after.said());

            Map<String, SlotContext> latest = latest(said);
            assertThat(latest).isEqualTo(expected);
            after.watermark(Readings.at(7) + BOUND.toMillis());
            assertThat(after.entries()).isZero();
            assertThat(after.timers()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Backend.class)
    void whatWasLateBeforeAFailureIsLateAfterIt(Backend backend) throws Exception {
        ContextHarness.Snapshot snapshot;
        long end = Readings.at(3) + HOUR / 2 - 1;
        try (ContextHarness before = started(backend, 2)) {
            before.read(reading("a", START, 1, 1));
            before.read(reading("a", Readings.at(3), 2, 2));
            before.watermark(end);
            snapshot = before.snapshot();
        }
        try (ContextHarness after = new ContextHarness(backend, 1, BOUND, snapshot)) {
            after.read(reading("b", Readings.at(3), 4, 4));
            after.read(reading("b", START, 8, 8));
            after.watermark(end + 1);

            assertThat(after.said()).hasSize(1);
            assertThat(after.said().get(0).revision()).isEqualTo(2);
            assertThat(after.said().get(0).isCorrection()).isTrue();
            assertThat(after.said().get(0).context()).isEqualTo(slot(List.of(v(2, 2), v(4, 4))));
        }
    }

    @Test
    void spreadsAGroupOverItsShards() {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int s = 0; s < 32_000; s++) {
            int shard = (int) (Shards.sensor("sensor-" + s) >>> 59);
            sizes.merge(shard, 1, Integer::sum);
        }

        assertThat(sizes).hasSize(Shards.COUNT);
        assertThat(sizes.values()).allMatch(size -> size > 850 && size < 1_150);
    }

    private static ContextHarness started(Backend backend, int parallelism) throws Exception {
        ContextHarness context = new ContextHarness(backend, parallelism, BOUND);
        context.release(Releases.of("air", 1, MODEL).release());
        return context;
    }

    private static Map<String, SlotContext> latest(List<GroupSlot> said) {
        Map<String, SlotContext> latest = new HashMap<>();
        said.forEach(slot -> latest.put(slot.group() + slot.slot().timeMillis(), slot.context()));
        return latest;
    }

    /** Each slot's sums over the sensors' earliest readings in it. */
    private static Map<String, SlotContext> plain(List<Reading> readings) {
        Map<String, SlotContext> slots = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (Reading reading : readings) {
            String slot = reading.group() + SPEC.slotMillis(reading.eventTimeMillis());
            if (counted.add(slot + reading.sensor())) {
                slots.computeIfAbsent(slot, at -> new SlotContext(CHANNELS)).add(reading.values());
            }
        }
        return slots;
    }

    private static SlotContext slot(List<double[]> rows) {
        SlotContext slot = new SlotContext(CHANNELS);
        rows.forEach(slot::add);
        return slot;
    }

    private static double[] v(double... values) {
        return values;
    }

    private static Reading reading(String sensor, long eventTimeMillis, double... values) {
        return new Reading(sensor, "air", eventTimeMillis, values);
    }
}
