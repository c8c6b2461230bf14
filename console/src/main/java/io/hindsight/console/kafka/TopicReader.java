package io.hindsight.console.kafka;

import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning as a careful consumer does: only what has been committed. For
 * one thread.
 */
public final class TopicReader<T> implements AutoCloseable {
    private final Wire<T> wire;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public TopicReader(String bootstrap, String topic, Wire<T> wire) {
        this.wire = wire;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                "10000"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Hands over what has come, or returns after {@code patience} if nothing has.
     *
     * @return how many records there were
     */
    public int poll(Duration patience, Consumer<T> receiver) {
        int records = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            receiver.accept(decode(record));
            records++;
        }
        return records;
    }

    /** Hands over everything that stands on the topic at this moment. */
    public void readToEnd(Consumer<T> receiver) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
            poll(Duration.ofMillis(100), receiver);
        }
    }

    private boolean isBefore(TopicPartition partition, long end) {
        return consumer.position(partition) < end;
    }

    private T decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return wire.decode(record.value());
        } catch (UndecodableException e) {
            throw new IllegalStateException(
                    "%s, partition %d, offset %d: %s"
                            .formatted(
                                    record.topic(),
                                    record.partition(),
                                    record.offset(),
                                    e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
