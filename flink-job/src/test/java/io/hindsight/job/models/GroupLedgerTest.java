package io.hindsight.job.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.fixtures.Wanted;
import io.hindsight.job.state.CodecSerializer;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.ModelSchedule.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class GroupLedgerTest {
    private static final byte[] BUNDLE = {1, 2, 3};
    private static final List<Kind> KINDS = List.of(Kind.values());

    @Test
    void keepsTheVersionsThatTheStepsKeepAndRemembersWhatTheOthersMeant() throws Exception {
        GroupLedger ledger = new GroupLedger("air");
        ledger.take(Orders.of("air").then(Kind.ACTIVATE, 1).schedule());
        for (long version = 1; version <= 2_000; version++) {
            assertThat(ledger.take(Releases.of("air", version, BUNDLE).release())).isTrue();
        }

        assertThat(ledger.kept).hasSize(1 + KeptVersions.MOST_UNNAMED).contains(1L, 2_000L);
        assertThat(ledger.digests).hasSize(GroupLedger.MOST_DIGESTS + 1).containsKey(1L);
        assertThat(ledger.take(Releases.of("air", 1_500, BUNDLE).release())).isTrue();
    }

    @Test
    void timesOfOrdersThatWereLeftOutAreForgotten() throws Exception {
        GroupLedger ledger = new GroupLedger("air");
        Orders orders = Orders.of("air");
        for (int number = 1; number <= 70; number++) {
            orders.then(Kind.WITHDRAW, number);
            ledger.take(orders.newest(64));
            ledger.decide(number);
        }

        assertThat(ledger.times).hasSize(64).doesNotContainKey(6).containsEntry(70, 71L);
    }

    @Test
    void comesBackFromItsBytesAsItWas() throws Exception {
        CodecSerializer<GroupLedger> serializer = new CodecSerializer<>(new GroupLedgerCodec());
        for (int seed = 0; seed < 100; seed++) {
            GroupLedger ledger = drawn(Randoms.of(seed));
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(ledger, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
            GroupLedger back = serializer.deserialize(in);

            for (GroupLedger each : List.of(back, serializer.copy(ledger))) {
                assertThat(each).as("seed %d", seed).usingRecursiveComparison().isEqualTo(ledger);
            }
            assertThat(in.available()).as("seed %d", seed).isZero();
        }
    }

    /** What is suppressed stands behind all that was there before it. */
    @Test
    void aSavepointThatKnowsOfNothingSuppressedIsRead() throws Exception {
        GroupLedgerCodec codec = new GroupLedgerCodec();
        GroupLedger ledger = new GroupLedger("air");
        ledger.take(Orders.of("air").then(Kind.WITHDRAW, 1).schedule());
        ledger.decide(5);
        DataOutputSerializer out = new DataOutputSerializer(64);
        codec.write(ledger, out);
        byte[] bytes = out.getCopyOfBuffer();
        DataInputDeserializer in =
                new DataInputDeserializer(Arrays.copyOf(bytes, bytes.length - 2 * Integer.BYTES));

        assertThat(codec.read(1, in)).usingRecursiveComparison().isEqualTo(ledger);
        assertThat(in.available()).isZero();
    }

    @Test
    void theNameThatStandsInSavepointsIsKept() {
        assertThat(GroupLedgerCodec.class)
                .hasToString("class io.hindsight.job.models.GroupLedgerCodec");
    }

    private static GroupLedger drawn(Random random) throws RefusedReleaseException {
        GroupLedger ledger = new GroupLedger("水");
        for (int i = random.nextInt(20); i > 0; i--) {
            ledger.take(Releases.of("水", 1 + i, new byte[] {(byte) i}).release());
        }
        Orders orders = Orders.of("水");
        for (int i = random.nextInt(9); i > 0; i--) {
            orders.then(KINDS.get(random.nextInt(3)), 1 + random.nextInt(30), random.nextInt());
            ledger.take(orders.schedule());
        }
        Wanted wanted = Wanted.of("水");
        for (int i = random.nextInt(4); i > 0; i--) {
            wanted.from(random.nextInt(), new Rule.Channel("é", Optional.empty(), "c"));
            ledger.suppression.take(wanted.suppression());
        }
        ledger.decide(random.nextLong());
        return ledger;
    }
}
