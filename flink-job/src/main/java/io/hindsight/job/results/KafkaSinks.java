package io.hindsight.job.results;

import io.hindsight.job.options.JobOptions;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The sinks. Results and dead letters go out exactly once, within a checkpoint's transaction, in
 * large batches. Episodes go out at once, at least once: an alarm must not wait for a checkpoint,
 * and its id and phase let a reader drop a double.
 *
 * <p>Records carry the time at which they are sent, not event time: a topic's retention would
 * delete a replayed past as soon as it is written.
 */
public final class KafkaSinks {
    private static final String LINGER_MILLIS = "50";
    private static final String BATCH_BYTES = Integer.toString(256 * 1024);

    private KafkaSinks() {}

    public static KafkaSink<Result> results(JobOptions options) {
        return KafkaSinks.<Result>exactlyOnce(options, "results")
                .setRecordSerializer(
                        new Records<>(
                                options.resultsTopic(),
                                result -> utf8(result.sensor()),
                                result -> Wires.RESULT.encode(result)))
                .build();
    }

    public static KafkaSink<Result> shadowResults(JobOptions options) {
        return KafkaSinks.<Result>exactlyOnce(options, "shadow")
                .setRecordSerializer(
                        new Records<>(
                                options.shadowTopic(),
                                result -> utf8(result.sensor()),
                                result -> Wires.RESULT.encode(result)))
                .build();
    }

    public static KafkaSink<DeadLetter> deadLetters(JobOptions options) {
        return KafkaSinks.<DeadLetter>exactlyOnce(options, "dead-letters")
                .setRecordSerializer(
                        new Records<>(
                                options.deadLettersTopic(),
                                letter -> letter.key(),
                                letter -> Wires.DEAD_LETTER.encode(letter)))
                .build();
    }

    /** What the job decides of a group's orders, to the topic that the orders came from. */
    public static KafkaSink<ModelRecord> modelTimes(JobOptions options) {
        return KafkaSinks.<ModelRecord>exactlyOnce(options, "model-times")
                .setRecordSerializer(
                        new Records<>(
                                options.modelsTopic(),
                                record -> utf8(record.key()),
                                record -> record.encode()))
                .build();
    }

    public static KafkaSink<Episode> episodes(JobOptions options) {
        return KafkaSink.<Episode>builder()
                .setBootstrapServers(options.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(
                        new Records<>(
                                options.episodesTopic(),
                                episode -> utf8(episode.id()),
                                episode -> Wires.EPISODE.encode(episode)))
                .build();
    }

    private static <T> KafkaSinkBuilder<T> exactlyOnce(JobOptions options, String name) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(options.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(options.transactionPrefix() + "-" + name)
                .setProperty(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        Long.toString(options.transactionTimeout().toMillis()))
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS)
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A record as Kafka gets it: key and value; the partition follows from the key. */
    private static final class Records<T> implements KafkaRecordSerializationSchema<T> {
        private static final long serialVersionUID = 1L;

        private final String topic;
        private final SerializableFunction<T, byte[]> key;
        private final SerializableFunction<T, byte[]> value;

        Records(
                String topic,
                SerializableFunction<T, byte[]> key,
                SerializableFunction<T, byte[]> value) {
            this.topic = topic;
            this.key = key;
            this.value = value;
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                T element, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(topic, key.apply(element), value.apply(element));
        }
    }
}
