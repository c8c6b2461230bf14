package io.hindsight.job.results;

import io.hindsight.job.options.JobOptions;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.Episode;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wire;
import io.hindsight.schemas.Wires;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
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
                .setRecordSerializer(new ResultRecords(options.resultsTopic()))
                .build();
    }

    public static KafkaSink<DeadLetter> deadLetters(JobOptions options) {
        return KafkaSinks.<DeadLetter>exactlyOnce(options, "dead-letters")
                .setRecordSerializer(new DeadLetterRecords(options.deadLettersTopic()))
                .build();
    }

    public static KafkaSink<Episode> episodes(JobOptions options) {
        return KafkaSink.<Episode>builder()
                .setBootstrapServers(options.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new EpisodeRecords(options.episodesTopic()))
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

    /** A record as Kafka gets it: key and value; the partition follows from the key. */
    private abstract static class Records<T>
            implements KafkaRecordSerializationSchema<T>, Serializable {
        private static final long serialVersionUID = 1L;

        private final String topic;

        Records(String topic) {
            this.topic = topic;
        }

        abstract Wire<T> wire();

        abstract byte[] key(T value);

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                T value, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(topic, key(value), wire().encode(value));
        }
    }

    private static final class ResultRecords extends Records<Result> {
        private static final long serialVersionUID = 1L;

        ResultRecords(String topic) {
            super(topic);
        }

        @Override
        Wire<Result> wire() {
            return Wires.RESULT;
        }

        @Override
        byte[] key(Result value) {
            return value.sensor().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class EpisodeRecords extends Records<Episode> {
        private static final long serialVersionUID = 1L;

        EpisodeRecords(String topic) {
            super(topic);
        }

        @Override
        Wire<Episode> wire() {
            return Wires.EPISODE;
        }

        @Override
        byte[] key(Episode value) {
            return value.id().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class DeadLetterRecords extends Records<DeadLetter> {
        private static final long serialVersionUID = 1L;

        DeadLetterRecords(String topic) {
            super(topic);
        }

        @Override
        Wire<DeadLetter> wire() {
            return Wires.DEAD_LETTER;
        }

        @Override
        byte[] key(DeadLetter value) {
            return value.key();
        }
    }
}
