package io.hindsight.console.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Numbered text records: writes a range of them, reads back what a topic holds. */
final class Records {
    private static final Duration POLL = Duration.ofMillis(200);

    private Records() {}

    /** The values that {@link #produce} writes for a range. */
    static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "r" + i).toList();
    }

    /** Writes a range of records and returns when the broker has acknowledged all. */
    static void produce(String bootstrap, String topic, int from, int to) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (String value : values(from, to)) {
                sent.add(producer.send(new ProducerRecord<>(topic, value, value)));
            }
            for (var one : sent) {
                one.get();
            }
        }
    }

    /**
     * Reads committed values from a topic's begin until there are {@code count}, or as many as came
     * in time.
     */
    static List<String> consume(String bootstrap, String topic, int count, Duration limit) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        List<String> read = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList());
            while (read.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> one : consumer.poll(POLL)) {
                    read.add(one.value());
                }
            }
            // Once more, so that a record too many is seen.
            consumer.poll(POLL).forEach(one -> read.add(one.value()));
        }
        return read;
    }
}
