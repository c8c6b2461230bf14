package io.hindsight.job.decode;

import io.hindsight.schemas.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it stood on its topic: origin, key and value (each may be null; not to be changed).
 */
public final class RawRecord {
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

    public DeadLetter.Origin origin() {
        return origin;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    /** The record as a dead letter. */
    public DeadLetter asDeadLetter(DeadLetter.Fault fault) {
        return new DeadLetter(origin, key, value, fault);
    }
}
