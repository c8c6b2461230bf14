package io.hindsight.console.kafka;

import io.hindsight.console.fault.UserFaultException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics. All are stamped with the time of arrival: a recording from years ago, replayed,
 * would otherwise be past its retention the moment it is written, and would cut a segment for every
 * week of event time.
 */
public final class Topics {
    /** The largest model release; {@code publish} sets {@code max.request.size} to it. */
    public static final int MAX_MODEL_BYTES = 8 << 20;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private Topics() {}

    /**
     * Creates those topics that are missing. The models topic is compacted and has one partition,
     * which keeps the order of releases; the others have {@code partitions}.
     */
    public static void create(String bootstrap, TopicNames names, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "partitions must be at least 1: partitions=" + partitions);
        }
        Map<String, Object> properties =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) TIME_LIMIT.toMillis());
        try (Admin admin = Admin.create(properties)) {
            for (KafkaFuture<Void> created :
                    admin.createTopics(topics(names, partitions)).values().values()) {
                await(created, bootstrap);
            }
        }
    }

    static List<NewTopic> topics(TopicNames names, int partitions) {
        return List.of(
                topic(names.readings(), partitions, Map.of()),
                topic(names.results(), partitions, Map.of()),
                topic(names.shadow(), partitions, Map.of()),
                topic(names.episodes(), partitions, Map.of()),
                topic(names.deadLetters(), partitions, Map.of()),
                topic(
                        names.models(),
                        1,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(MAX_MODEL_BYTES))));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    private static void await(KafkaFuture<Void> created, String bootstrap) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return;
            }
            if (e.getCause() instanceof TimeoutException) {
                throw new UserFaultException("no broker answers at " + bootstrap, e);
            }
            throw new IllegalStateException(
                    "topics can't be created at " + bootstrap + ": " + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }
}
