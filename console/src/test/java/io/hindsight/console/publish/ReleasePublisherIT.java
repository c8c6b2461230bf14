package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.console.fault.UserFaultException;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.Topics;
import io.hindsight.console.local.LocalBroker;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.bundle.BundleException;
import io.hindsight.model.bundle.Parameters;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.model.student.StudentSpec;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReleasePublisherIT {
    private static final String TOPIC = TopicNames.DEFAULT.models();
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** Its bundle is larger than Kafka's default limit of 1 MB for a record. */
    private static final int LARGE_HIDDEN_SIZE = 300;

    private static LocalBroker broker;
    private static ReleasePublisher publisher;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start();
        Topics.create(broker.bootstrap(), TopicNames.DEFAULT, 1);
        publisher =
                new ReleasePublisher(broker.bootstrap(), TOPIC, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void numbersTheReleasesOfEachGroup() throws Exception {
        byte[] bundle = bundle(LARGE_HIDDEN_SIZE);
        assertThat(bundle.length).isGreaterThan(1 << 20);

        ModelRelease first = publisher.publish(bundle, ReleaseOrder.next("air"));
        ModelRelease second = publisher.publish(bundle, ReleaseOrder.next("air").from(NOW));
        ModelRelease others = publisher.publish(bundle(2), ReleaseOrder.next("water"));

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.publishedMillis()).isEqualTo(NOW.toEpochMilli());
        assertThat(second.version()).isEqualTo(2);
        assertThat(others.version()).isEqualTo(1);
        assertThat(records("air").schedule().orElseThrow().orders())
                .containsExactly(
                        new Order(1, Kind.ACTIVATE, 1, Order.AT_ONCE),
                        new Order(2, Kind.ACTIVATE, 2, NOW.toEpochMilli()));
        assertThat(records("water").schedule().orElseThrow().orders()).hasSize(1);
    }

    @Test
    void releasesAreOrderedAsAskedAndSigned() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ReleaseOrder next = ReleaseOrder.next("fire");
        publisher.publish(bundle(2), next);
        publisher.publish(bundle(3), ordered(next, Optional.of(Kind.SHADOW), Optional.empty()));
        ModelRelease signed =
                publisher.publish(
                        bundle(4), ordered(next, Optional.empty(), Optional.of(pair.getPrivate())));
        OrderPlan back = new OrderPlans(records("fire"), Optional.empty()).activate(3);
        publisher.order(records("fire"), back.kind(), back.version(), back.fromMillis());

        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(pair.getPublic());
        signature.update(signed.statement());
        assertThat(signature.verify(signed.signature())).isTrue();
        assertThat(records("fire").releases().get(3L)).isEqualTo(signed);
        assertThat(records("fire").schedule().orElseThrow().orders())
                .containsExactly(
                        new Order(1, Kind.ACTIVATE, 1, Order.AT_ONCE),
                        new Order(2, Kind.SHADOW, 2, Order.AT_ONCE),
                        new Order(3, Kind.ACTIVATE, 3, Order.AT_ONCE));
    }

    private static ReleaseOrder ordered(
            ReleaseOrder next, Optional<Kind> kind, Optional<PrivateKey> key) {
        return new ReleaseOrder(next.group(), next.version(), kind, Optional.empty(), key);
    }

    @Test
    void refusesWhatTheJobWouldRefuse() {
        assertThatThrownBy(() -> publisher.publish(new byte[64], ReleaseOrder.next("broken")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no bundle that can run: ");
        assertThat(records("broken").newestVersion()).isZero();
    }

    @Test
    void saysWhichTopicIsMissing() {
        var elsewhere =
                new ReleasePublisher(broker.bootstrap(), "no-such-topic", Clock.systemUTC());

        assertThatThrownBy(() -> elsewhere.publish(bundle(2), ReleaseOrder.next("air")))
                .isInstanceOf(UserFaultException.class)
                .hasMessageContaining("no topic no-such-topic");
    }

    private static GroupRecords records(String group) {
        return GroupRecords.read(broker.bootstrap(), TOPIC, group);
    }

    /** A student of one channel with zeros for weights. */
    private static byte[] bundle(int hiddenSize) throws BundleException {
        StudentSpec spec =
                new StudentSpec(
                        CellKind.LSTM,
                        hiddenSize,
                        List.of("level"),
                        List.of("m"),
                        1_000,
                        List.of());
        Map<String, float[]> zeros = new HashMap<>();
        Parameters.netShapes(spec)
                .forEach(
                        (name, shape) ->
                                zeros.put(
                                        name,
                                        new float
                                                [Arrays.stream(shape)
                                                        .reduce(1, Math::multiplyExact)]));
        Normaliser normaliser = new Normaliser(new double[] {0}, new double[] {1});
        return SelfCheck.write(Bundle.of(spec, normaliser, zeros, Map.of()));
    }
}
