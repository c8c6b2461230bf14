package io.hindsight.console.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real broker and the real cluster, one of each for all tests. */
@Timeout(120)
class LocalStackIT {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static LocalBroker broker;

    @TempDir private Path checkpoints;

    @BeforeAll
    static void startBroker() {
        broker = LocalBroker.start();
        Topics.create(broker.bootstrap(), TOPICS, 2);
    }

    @AfterAll
    static void endBroker() {
        broker.close();
        assertThat(broker.isRunning()).isFalse();
    }

    @Test
    void createsEachTopicOnceAndCompactsTheModels() throws Exception {
        Topics.create(broker.bootstrap(), TOPICS, 2);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(TOPICS.all());
            ConfigResource models = new ConfigResource(ConfigResource.Type.TOPIC, TOPICS.models());
            assertThat(
                            admin.describeConfigs(List.of(models))
                                    .all()
                                    .get()
                                    .get(models)
                                    .get("cleanup.policy")
                                    .value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void losesNothingWhenTheBrokerIsKilledAndStartedAgain() throws Exception {
        String topic = TOPICS.episodes();
        Records.produce(broker.bootstrap(), topic, 0, 1_000);

        broker.kill();
        assertThat(broker.isRunning()).isFalse();
        broker.restart();
        Records.produce(broker.bootstrap(), topic, 1_000, 1_500);

        assertThat(Records.consume(broker.bootstrap(), topic, 1_500, LIMIT))
                .containsExactlyInAnyOrderElementsOf(Records.values(0, 1_500));
    }

    @Test
    void copiesExactlyOnceWhileATaskManagerDies() throws Exception {
        Records.produce(broker.bootstrap(), TOPICS.readings(), 0, 2_000);

        try (LocalFlink flink = LocalFlink.start(2, 1)) {
            JobClient job = startCopy(flink);
            assertThat(Records.consume(broker.bootstrap(), TOPICS.results(), 2_000, LIMIT))
                    .hasSize(2_000);

            flink.killTaskManager(0);
            flink.startTaskManager();
            Records.produce(broker.bootstrap(), TOPICS.readings(), 2_000, 3_000);

            assertThat(Records.consume(broker.bootstrap(), TOPICS.results(), 3_000, LIMIT))
                    .containsExactlyInAnyOrderElementsOf(Records.values(0, 3_000));
            job.cancel().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            Await.until(
                    "the job is cancelled",
                    LIMIT,
                    () -> job.getJobStatus().get() == JobStatus.CANCELED);
        }
    }

    private JobClient startCopy(LocalFlink flink) throws Exception {
        Configuration settings =
                Configuration.fromMap(
                        Map.of(
                                "execution.checkpointing.interval", "200 ms",
                                "execution.checkpointing.dir", checkpoints.toUri().toString(),
                                "restart-strategy.type", "fixed-delay",
                                "restart-strategy.fixed-delay.attempts", "10",
                                "restart-strategy.fixed-delay.delay", "200 ms"));
        StreamExecutionEnvironment environment = flink.environment(settings).setParallelism(2);
        environment
                .fromSource(source(), WatermarkStrategy.noWatermarks(), "readings")
                .sinkTo(sink());
        return environment.executeAsync("copy");
    }

    private static KafkaSource<String> source() {
        return KafkaSource.<String>builder()
                .setBootstrapServers(broker.bootstrap())
                .setTopics(TOPICS.readings())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }

    private static KafkaSink<String> sink() {
        return KafkaSink.<String>builder()
                .setBootstrapServers(broker.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("copy")
                .setProperty("transaction.timeout.ms", "60000")
                .setRecordSerializer(
                        KafkaRecordSerializationSchema.<String>builder()
                                .setTopic(TOPICS.results())
                                .setValueSerializationSchema(new SimpleStringSchema())
                                .build())
                .build();
    }
}
