package io.hindsight.console.publish;

import io.hindsight.console.kafka.TopicReader;
import io.hindsight.console.kafka.Topics;
import io.hindsight.job.models.GroupModels;
import io.hindsight.job.models.ReleaseVerifier;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.Wires;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Wraps bundles into releases and writes them to the models topic. Two publishers of one group at
 * the same time could choose the same version: a running job keeps the one that it read first, the
 * topic, which is compacted by group and version, the later one for jobs that start from nothing.
 */
public final class ReleasePublisher {
    /** The batch around a release takes some bytes, too. */
    private static final int MAX_RELEASE_BYTES = Topics.MAX_MODEL_BYTES - 64 * 1024;

    private static final int TIME_LIMIT_MILLIS = 30_000;

    private final String bootstrap;
    private final String topic;
    private final Clock clock;

    public ReleasePublisher(String bootstrap, String topic, Clock clock) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Publishes and returns when the broker has the release for good.
     *
     * @throws IllegalArgumentException if the job would refuse the bundle, or the topic its size
     */
    public ModelRelease publish(byte[] bundle, ReleaseOrder order) {
        ModelRelease release = release(bundle, order);
        byte[] value = Wires.MODEL_RELEASE.encode(release);
        if (value.length > MAX_RELEASE_BYTES) {
            throw new IllegalArgumentException(
                    "a release must have at most %d bytes: %d"
                            .formatted(MAX_RELEASE_BYTES, value.length));
        }
        send(GroupModels.key(release).getBytes(StandardCharsets.UTF_8), value);
        return release;
    }

    private ModelRelease release(byte[] bundle, ReleaseOrder order) {
        requireUsable(bundle);
        long version = version(order);
        ModelRelease release =
                new ModelRelease(
                        order.group(),
                        version,
                        ReleaseVerifier.sha256(bundle),
                        null,
                        order.activationTimeMillis(),
                        ModelRelease.Role.ACTIVE,
                        bundle,
                        clock.millis());
        return release;
    }

    private static void requireUsable(byte[] bundle) {
        try {
            BundleCodec.read(bundle);
        } catch (BundleException e) {
            throw new IllegalArgumentException("no bundle that can run: " + e.getMessage(), e);
        }
    }

    /** A version that is there already keeps its weights in every job: it is not given again. */
    private long version(ReleaseOrder order) {
        long newest = newestVersion(order.group());
        long version = order.version().orElse(newest + 1);
        if (version <= newest) {
            throw new IllegalArgumentException(
                    "version must be after the newest of group %s, %d: %d"
                            .formatted(order.group(), newest, version));
        }
        return version;
    }

    /**
     * The highest version of a group on the topic, 0 if there is none; what is no release is
     * passed.
     */
    long newestVersion(String group) {
        AtomicLong newest = new AtomicLong();
        try (TopicReader<ModelRelease> reader =
                new TopicReader<>(bootstrap, topic, Wires.MODEL_RELEASE, record -> {})) {
            reader.readToEnd(
                    release -> {
                        if (release.group().equals(group)) {
                            newest.accumulateAndGet(release.version(), Math::max);
                        }
                    });
        }
        return newest.get();
    }

    private void send(byte[] key, byte[] value) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.MAX_MODEL_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        TIME_LIMIT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TIME_LIMIT_MILLIS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        TIME_LIMIT_MILLIS);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the release can't be written to "
                            + topic
                            + " at "
                            + bootstrap
                            + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }
}
