package io.hindsight.console.publish;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.UndecodableException;
import io.hindsight.schemas.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the models topic from its begin to its present end. */
final class PublishedReleases {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIME_LIMIT_MILLIS = 30_000;

    private final String bootstrap;
    private final String topic;

    PublishedReleases(String bootstrap, String topic) {
        this.bootstrap = bootstrap;
        this.topic = topic;
    }

    /** The newest version of a group, 0 if there is none. */
    long newest(String group) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        TIME_LIMIT_MILLIS,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return newest(consumer, group);
        } catch (TimeoutException e) {
            throw new UserFaultException("no broker answers at " + bootstrap, e);
        }
    }

    private long newest(KafkaConsumer<byte[], byte[]> consumer, String group) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new UserFaultException("no topic " + topic + " at " + bootstrap);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long deadline = System.nanoTime() + Duration.ofMillis(TIME_LIMIT_MILLIS).toNanos();
        long newest = 0;
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the end of " + topic + " wasn't reached in time");
            }
            for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                newest = Math.max(newest, version(one.value(), group));
            }
        }
        return newest;
    }

    /** What can't be read is no release; the job puts it to the dead letters. */
    private static long version(byte[] value, String group) {
        try {
            ModelRelease release = Wires.MODEL_RELEASE.decode(value);
            return release.group().equals(group) ? release.version() : 0;
        } catch (UndecodableException e) {
            return 0;
        }
    }
}
