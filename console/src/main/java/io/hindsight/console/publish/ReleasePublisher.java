package io.hindsight.console.publish;

import io.hindsight.console.kafka.Topics;
import io.hindsight.job.models.ReleaseVerifier;
import io.hindsight.model.bundle.BundleCodec;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.model.suppress.Rule;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSuppression;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Wraps bundles into releases and writes them to the models topic, with the orders that make them
 * act. Two publishers of one group at the same time could choose the same version: a running job
 * keeps the one that it read first, the topic, which is compacted by group and version, the later
 * one for jobs that start from nothing.
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
     * Publishes the release and then its order, and returns when the broker has both for good.
     *
     * @throws IllegalArgumentException if the job would refuse the bundle, or the topic its size
     */
    public ModelRelease publish(byte[] bundle, ReleaseOrder order) {
        requireUsable(bundle);
        GroupRecords records = GroupRecords.read(bootstrap, topic, order.group());
        ModelRelease release =
                new ModelRelease(
                        order.group(),
                        version(records, order),
                        ReleaseVerifier.sha256(bundle),
                        null,
                        bundle,
                        clock.millis());
        if (order.key().isPresent()) {
            release = release.withSignature(signature(order.key().get(), release));
        }
        requireSize(release);
        send(release);
        if (order.kind().isPresent()) {
            order(records, order.kind().get(), release.version(), order.fromMillis());
        }
        return release;
    }

    /**
     * Gives an order, and returns when the broker has it for good.
     *
     * @param fromMillis event time from which it is asked to act, or {@link
     *     ModelSchedule.Order#AT_ONCE}
     */
    public ModelSchedule order(
            GroupRecords records, ModelSchedule.Kind kind, long version, long fromMillis) {
        ModelSchedule schedule = Schedules.with(records, kind, version, fromMillis, clock.millis());
        send(schedule);
        return schedule;
    }

    /**
     * Says what is to be ignored of a group, and returns when the broker has it for good.
     *
     * @param from event time from which it is asked to act; empty for at once
     */
    public ModelSuppression suppress(
            GroupRecords records, List<Rule> rules, Optional<Instant> from) {
        from.ifPresent(OrderPlans::requireEventTime);
        ModelSuppression suppression =
                Editions.with(
                        records,
                        SuppressionFile.write(rules),
                        from.map(Instant::toEpochMilli).orElse(ModelSuppression.Edition.AT_ONCE),
                        clock.millis());
        requireSize(suppression);
        send(suppression);
        return suppression;
    }

    private static byte[] signature(PrivateKey key, ModelRelease release) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(release.statement());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key can't sign: " + e.getMessage(), e);
        }
    }

    private static void requireSize(ModelRecord record) {
        int bytes = record.encode().length;
        if (bytes > MAX_RELEASE_BYTES) {
            throw new IllegalArgumentException(
                    "a record of the models topic must have at most %d bytes: %d"
                            .formatted(MAX_RELEASE_BYTES, bytes));
        }
    }

    private static void requireUsable(byte[] bundle) {
        try {
            Optional<SelfCheck.Difference> difference =
                    SelfCheck.differenceIn(BundleCodec.read(bundle));
            if (difference.isPresent()) {
                throw new IllegalArgumentException(
                        "no bundle that a job takes: " + difference.get());
            }
        } catch (BundleException e) {
            throw new IllegalArgumentException("no bundle that can run: " + e.getMessage(), e);
        }
    }

    /** A version that is there already keeps its weights in every job: it is not given again. */
    private static long version(GroupRecords records, ReleaseOrder order) {
        long newest = records.newestVersion();
        long version = order.version().orElse(newest + 1);
        if (version <= newest) {
            throw new IllegalArgumentException(
                    "version must be after the newest of group %s, %d: %d"
                            .formatted(order.group(), newest, version));
        }
        return version;
    }

    private void send(ModelRecord record) {
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
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    record.key().getBytes(StandardCharsets.UTF_8),
                                    record.encode()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the models topic can't be written: "
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
