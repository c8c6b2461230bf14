package io.hindsight.console.kafka;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning, as a careful consumer does: unless told otherwise, only what
 * has been committed. Records that are none of the wire's go to a receiver of their own. For one
 * thread.
 */
public final class TopicReader<T> implements AutoCloseable {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String COMMITTED = "read_committed";
    private static final String UNCOMMITTED = "read_uncommitted";

    private final Decoder<T> decoder;
    private final Consumer<Undecodable> undecodable;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** A reader for a topic that must hold nothing but this record. */
    public TopicReader(String bootstrap, String topic, Wire<T> wire) {
        this(
                bootstrap,
                topic,
                wire,
                record -> {
                    throw new IllegalStateException(record.toString());
                });
    }

    /**
     * @throws UserFaultException if no broker answers or it has no such topic
     */
    public TopicReader(
            String bootstrap, String topic, Wire<T> wire, Consumer<Undecodable> undecodable) {
        this(bootstrap, topic, wire::decode, undecodable, COMMITTED);
    }

    /**
     * A reader that sees what is not committed yet, too.
     *
     * @throws UserFaultException if no broker answers or it has no such topic
     */
    public static <T> TopicReader<T> ofAll(
            String bootstrap, String topic, Decoder<T> decoder, Consumer<Undecodable> undecodable) {
        return new TopicReader<>(bootstrap, topic, decoder, undecodable, UNCOMMITTED);
    }

    private TopicReader(
            String bootstrap,
            String topic,
            Decoder<T> decoder,
            Consumer<Undecodable> undecodable,
            String isolation) {
        this.decoder = decoder;
        this.undecodable = undecodable;
        this.consumer =
                new KafkaConsumer<>(
                        settings(bootstrap, isolation),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions =
                    partitions(bootstrap, topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> settings(String bootstrap, String isolation) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TIME_LIMIT.toMillis(),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
    }

    private List<PartitionInfo> partitions(String bootstrap, String topic) {
        List<PartitionInfo> partitions;
        try {
            partitions = consumer.partitionsFor(topic);
        } catch (TimeoutException e) {
            throw new UserFaultException("no broker answers at " + bootstrap, e);
        }
        if (partitions == null || partitions.isEmpty()) {
            throw new UserFaultException("no topic " + topic + " at " + bootstrap);
        }
        return partitions;
    }

    /** Hands over what has come, or returns after {@code patience} if nothing has. */
    public void poll(Duration patience, Consumer<T> receiver) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            T value;
            try {
                value = decoder.decode(record.value());
            } catch (UndecodableException e) {
                undecodable.accept(
                        new Undecodable(record.topic(), record.partition(), record.offset(), e));
                continue;
            }
            receiver.accept(value);
        }
    }

    /** Hands over everything that stands on the topic at this moment. */
    public void readToEnd(Consumer<T> receiver) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the end of " + ends.keySet() + " was not reached in " + TIME_LIMIT);
            }
            poll(POLL, receiver);
        }
    }

    private boolean isBefore(TopicPartition partition, long end) {
        return consumer.position(partition) < end;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** From a record's bytes to what they hold. */
    public interface Decoder<T> {
        /**
         * @throws UndecodableException if they hold nothing of the kind
         */
        T decode(byte[] bytes) throws UndecodableException;
    }

    /** A record that is none of the wire's, and why. */
    public record Undecodable(
            String topic, int partition, long offset, UndecodableException cause) {
        @Override
        public String toString() {
            return "%s, partition %d, offset %d: %s"
                    .formatted(topic, partition, offset, cause.getMessage());
        }
    }
}
