package io.hindsight.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Randoms;
import io.hindsight.model.context.ContextSpec;
import io.hindsight.model.context.SlotContext;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ContextTypesTest {

    @Test
    void whatIsSentOrKeptComesBackAsItWas() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = Randoms.of(seed);
            SlotId id = id(random);
            SlotPart part = new SlotPart("gé".repeat(seed * 1_000), id, context(random));
            GroupSlot slot = new GroupSlot("g", id, seed, random.nextLong(), context(random));
            Agenda agenda = new Agenda(Set.of(id), new LinkedHashSet<>(List.of(id, id(random))));

            assertThat(through(ContextTypes.SLOT_ID, id)).as("seed %d", seed).isEqualTo(id);
            assertThat(through(ContextTypes.SLOT_PART, part)).as("seed %d", seed).isEqualTo(part);
            assertThat(through(ContextTypes.GROUP_SLOT, slot)).as("seed %d", seed).isEqualTo(slot);
            assertThat(through(ContextTypes.AGENDA, agenda)).as("seed %d", seed).isEqualTo(agenda);
        }
    }

    @Test
    void aPartialSlotGoesOnFromItsBytesAndFromItsCopy() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = Randoms.of(seed);
            PartialSlot live = new PartialSlot();
            count(live, Randoms.of(seed), 20);
            if (random.nextBoolean()) {
                live.handOn();
            }
            PartialSlot copy = ContextTypes.PARTIAL_SLOT.createSerializer(null).copy(live);
            PartialSlot back = through(ContextTypes.PARTIAL_SLOT, live);
            count(live, Randoms.of(seed), 30);
            count(copy, Randoms.of(seed), 30);
            count(back, Randoms.of(seed), 30);

            for (PartialSlot other : List.of(copy, back)) {
                assertThat(other.added()).as("seed %d", seed).isEqualTo(live.added());
                assertThat(other.sensors().toArray())
                        .as("seed %d", seed)
                        .isEqualTo(live.sensors().toArray())
                        .isSorted();
            }
        }
    }

    @Test
    void readingsThatWaitAreCountedTheSame() throws IOException {
        Random random = Randoms.of(3);
        MomentReadings waiting = new MomentReadings();
        for (int k = 0; k < 50; k++) {
            double[] values = {1e300 * random.nextGaussian(), random.nextGaussian(), Double.NaN};
            waiting.add(new MomentReadings.Entry(random.nextLong(), values));
        }

        SlotContext live = counted(waiting);

        assertThat(counted(through(ContextTypes.MOMENT_READINGS, waiting))).isEqualTo(live);
        assertThat(live.readings()).isEqualTo(50);
    }

    private static SlotContext counted(MomentReadings waiting) {
        PartialSlot slot = new PartialSlot();
        waiting.entries().forEach(entry -> slot.count(3, entry.sensor(), entry.values()));
        return slot.handOn();
    }

    private static void count(PartialSlot slot, Random random, int readings) {
        for (int k = 0; k < readings; k++) {
            slot.count(2, random.nextInt(25) - 12, random.doubles(2).toArray());
        }
    }

    private static SlotId id(Random random) {
        long interval = 1L + random.nextInt(1_000_000);
        int predicted = 1 + random.nextInt(500);
        long phase = Math.floorMod(random.nextLong(), interval);
        return new SlotId(
                random.nextLong(), new ContextSpec(interval, phase, predicted, predicted + 12));
    }

    private static SlotContext context(Random random) {
        SlotContext context = new SlotContext(3);
        for (int k = random.nextInt(9); k > 0; k--) {
            context.add(random.doubles(3, -1e9, 1e9).toArray());
        }
        return context;
    }

    private static <T> T through(TypeInformation<T> type, T value) throws IOException {
        TypeSerializer<T> serializer = type.createSerializer(null);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
