package io.hindsight.job.decode;

import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.RecordBatch;

/**
 * A record as it stood on its topic: origin, key and value (each may be null; not to be changed).
 */
public final class RawRecord {
    /**
     * Longest key and longest value that a dead letter holds; Kafka's own limit is 1 MiB a record.
     */
    static final int MOST_BYTES = 400_000;

    private static final int NOWHERE = -1;

    private final DeadLetter.Origin origin;
    private final byte[] key;
    private final byte[] value;

    RawRecord(DeadLetter.Origin origin, byte[] key, byte[] value) {
        this.origin = origin;
        this.key = key;
        this.value = value;
    }

    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new RawRecord(
                new DeadLetter.Origin(
                        record.topic(), record.partition(), record.offset(), record.timestamp()),
                record.key(),
                record.value());
    }

    /** A reading whose own record is not there any more, written anew; it has no place. */
    public static RawRecord rewritten(Reading reading) {
        return new RawRecord(
                new DeadLetter.Origin("", NOWHERE, NOWHERE, RecordBatch.NO_TIMESTAMP),
                reading.sensor().getBytes(StandardCharsets.UTF_8),
                Wires.READING.encode(reading));
    }

    public DeadLetter.Origin origin() {
        return origin;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    /**
     * The record as a dead letter. Bytes beyond {@link #MOST_BYTES} are cut off, and {@code found}
     * says so: a dead letter that Kafka refuses for its size would stop the job, and the whole
     * record still stands at its origin.
     */
    public DeadLetter asDeadLetter(DeadLetter.Fault fault) {
        return new DeadLetter(origin, cut(key), cut(value), isCut() ? noteCut(fault) : fault);
    }

    private boolean isCut() {
        return length(key) > MOST_BYTES || length(value) > MOST_BYTES;
    }

    private DeadLetter.Fault noteCut(DeadLetter.Fault fault) {
        String found =
                "%s (of %d bytes, each part cut to %d)"
                        .formatted(fault.found(), length(key) + length(value), MOST_BYTES);
        return new DeadLetter.Fault(fault.reason(), fault.field(), fault.rule(), found);
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] cut(byte[] bytes) {
        return length(bytes) > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
    }
}
