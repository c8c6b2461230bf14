package io.hindsight.console.kafka;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.schemas.Reading;
import io.hindsight.schemas.Wires;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends readings to their topic, keyed by sensor, so that each sensor's readings stay in order. A
 * send that fails is thrown at the next call.
 */
public final class ReadingSender implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @throws UserFaultException if no broker answers or it has no such topic
     */
    public ReadingSender(String bootstrap, String topic) {
        this.topic = topic;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                "30000",
                                ProducerConfig.LINGER_MS_CONFIG,
                                "5",
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                Integer.toString(128 * 1024)),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        try {
            producer.partitionsFor(topic);
        } catch (TimeoutException e) {
            producer.close(Duration.ZERO);
            throw new UserFaultException(
                    "no broker answers at " + bootstrap + ", or it has no topic " + topic, e);
        }
    }

    public void send(Reading reading) {
        sendBytes(reading.sensor(), Wires.READING.encode(reading));
    }

    /** Sends bytes as they are, whether they are a reading or not. */
    public void sendBytes(String sensor, byte[] value) {
        throwFailure();
        Future<RecordMetadata> unused =
                producer.send(
                        new ProducerRecord<>(topic, sensor.getBytes(StandardCharsets.UTF_8), value),
                        (metadata, exception) -> {
                            if (exception != null) {
                                failure.compareAndSet(null, exception);
                            }
                        });
    }

    /** Returns when the broker has everything that was sent. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void throwFailure() {
        Exception thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException(
                    "a reading could not be sent to " + topic + ": " + thrown.getMessage(), thrown);
        }
    }
}
