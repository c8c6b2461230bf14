package io.hindsight.job.decode;

import static io.hindsight.schemas.DeadLetter.Fault.NOT_FINITE;
import static io.hindsight.schemas.DeadLetter.Fault.TIME_RANGE;
import static io.hindsight.schemas.DeadLetter.Fault.UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Randoms;
import io.hindsight.job.fixtures.Readings;
import io.hindsight.job.fixtures.Receiving;
import io.hindsight.job.fixtures.Records;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadingDeserializerTest {
    private static final byte[] KEY = {7, 0, -1};
    private static final long SENT = Readings.START;
    private static final Reading READING =
            Reading.asSent("s1", "air", Readings.START, 1.5, null, -0.0);

    @Test
    void makesAReadingOfItsBytes() {
        Received received = receive(Wires.READING.encode(READING));

        assertThat(received.fault()).isEmpty();
        assertThat(received.reading()).isEqualTo(READING);
        assertThat(received.owner().f0).isEqualTo("air");
        assertThat(received.owner().f1).isEqualTo("s1");
    }

    @Test
    void keepsOriginKeyAndValueOfAFaultyRecord() {
        byte[] value = {1, 2, 3};
        Received received = receive(value);

        assertThat(received.reading()).isNull();
        assertThat(received.record().asDeadLetter(received.fault().orElseThrow()))
                .isEqualTo(
                        new DeadLetter(
                                new DeadLetter.Origin(Records.TOPIC, Records.PARTITION, 42, SENT),
                                KEY,
                                value,
                                new DeadLetter.Fault(
                                        UNDECODABLE, "header", "header-length", "3 bytes")));
    }

    @Test
    void aRecordWithoutAValueIsFaulty() {
        Received received = receive(null);

        assertThat(received.record().value()).isNull();
        assertThat(received.fault().map(DeadLetter.Fault::reason)).contains(UNDECODABLE);
    }

    @Test
    void aValueThatIsNotFiniteIsFaulty() {
        Reading reading = Reading.asSent("s1", "air", Readings.START, Double.NaN);

        assertThat(receive(Wires.READING.encode(reading)).fault().map(DeadLetter.Fault::reason))
                .contains(NOT_FINITE);
    }

    @Test
    void judgesTheTimeByTheRecordsOwnTimestamp() {
        byte[] value = Wires.READING.encode(READING);
        long dayBefore = Readings.START - 24 * Readings.HOUR;

        assertThat(receive(dayBefore, value).fault()).isEmpty();
        assertThat(receive(dayBefore - 1, value).fault().map(DeadLetter.Fault::reason))
                .contains(TIME_RANGE);
        assertThat(receive(Long.MAX_VALUE, value).fault()).isEmpty();
    }

    @Test
    void givesExactlyOneForEachRecordWhateverItsBytes() {
        byte[] good = Wires.READING.encode(READING);
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = Randoms.of(seed);
            byte[] value = damaged(good, random);
            ConsumerRecord<byte[], byte[]> record = Records.of(seed, SENT, KEY, value);

            List<Received> received = Receiving.all(Receiving.OPEN, record);

            assertThat(received).as("seed %d", seed).hasSize(1);
            Received one = received.get(0);
            assertThat(one.record().value()).as("seed %d", seed).isSameAs(value);
            assertThat(one.reading() == null)
                    .as("seed %d", seed)
                    .isEqualTo(one.fault().isPresent());
            assertUnchangedByASerializer(one, "seed " + seed);
        }
    }

    @Test
    void aFaultThatDecodingDoesNotShowCrossesASerializer() {
        Reading reading = Reading.asSent("s1", "g".repeat(100_000), Readings.START, 1.0);
        ReadingRules rules = new ReadingRules(Set.of("air"), Instant.EPOCH, Duration.ofDays(1));
        for (byte[] key : new byte[][] {KEY, null, {}}) {
            ConsumerRecord<byte[], byte[]> record =
                    Records.of(1, SENT, key, Wires.READING.encode(reading));

            assertUnchangedByASerializer(Receiving.all(rules, record).get(0), "key");
        }
    }

    private static Received receive(byte[] value) {
        return receive(SENT, value);
    }

    private static Received receive(long timestampMillis, byte[] value) {
        List<Received> received =
                Receiving.all(Receiving.OPEN, Records.of(42, timestampMillis, KEY, value));
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    /**
     * Noise, or good bytes with some changed, cut off or put behind; now and then the good ones.
     */
    private static byte[] damaged(byte[] good, Random random) {
        if (random.nextInt(5) == 0) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = Arrays.copyOf(good, good.length + random.nextInt(7) - 3);
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void assertUnchangedByASerializer(Received received, String what) {
        var serializer = ReceivedCodec.TYPE.createSerializer(null);
        var out = new DataOutputSerializer(256);
        try {
            serializer.serialize(received, out);
            var in = new DataInputDeserializer(out.getCopyOfBuffer());
            Received arrived = serializer.deserialize(in);

            assertThat(in.available()).as(what).isZero();
            assertThat(arrived.reading()).as(what).isEqualTo(received.reading());
            assertThat(arrived.fault()).as(what).isEqualTo(received.fault());
            DeadLetter.Fault any = new DeadLetter.Fault("", "", "", "");
            assertThat(arrived.record().asDeadLetter(any))
                    .as(what)
                    .isEqualTo(received.record().asDeadLetter(any));
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
    }
}
