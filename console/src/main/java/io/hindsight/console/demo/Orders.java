package io.hindsight.console.demo;

import io.hindsight.console.compare.ShadowComparison;
import io.hindsight.console.compare.ShadowJoin;
import io.hindsight.console.kafka.TopicNames;
import io.hindsight.console.kafka.TopicReader;
import io.hindsight.console.publish.GroupRecords;
import io.hindsight.console.publish.OrderPlan;
import io.hindsight.console.publish.OrderPlans;
import io.hindsight.console.publish.ReleaseOrder;
import io.hindsight.console.publish.ReleasePublisher;
import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.Result;
import io.hindsight.schemas.Wires;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a person does with models, by the same ways as the commands, and told in their words. */
final class Orders {
    private static final float ALARM_SCORE = 5;

    private final String bootstrap;
    private final TopicNames topics;
    private final Narrator narrator;
    private final ReleasePublisher publisher;

    Orders(String bootstrap, TopicNames topics, Narrator narrator) {
        this.bootstrap = bootstrap;
        this.topics = topics;
        this.narrator = narrator;
        this.publisher = new ReleasePublisher(bootstrap, topics.models(), Clock.systemUTC());
    }

    void publish(Bundle bundle) {
        ModelRelease release =
                publisher.publish(SelfCheck.write(bundle), ReleaseOrder.next(DemoRecording.GROUP));
        narrator.say(
                "published model version %d, %,d bytes",
                release.version(), release.bundle().length);
    }

    void publishShadow(Bundle bundle) {
        ModelRelease release =
                publisher.publish(
                        SelfCheck.write(bundle),
                        new ReleaseOrder(
                                DemoRecording.GROUP,
                                OptionalLong.empty(),
                                Optional.of(Kind.SHADOW),
                                Optional.empty(),
                                Optional.empty()));
        narrator.say(
                "published model version %d, %,d bytes, as a shadow that runs beside the first",
                release.version(), release.bundle().length);
    }

    void activate(long version) {
        order(Optional.empty(), plans -> plans.activate(version));
    }

    void activate(long version, Instant from) {
        order(Optional.of(from), plans -> plans.activate(version));
    }

    void rollback(Instant from) {
        order(Optional.of(from), OrderPlans::rollback);
    }

    private void order(Optional<Instant> from, Function<OrderPlans, OrderPlan> choice) {
        GroupRecords records = GroupRecords.read(bootstrap, topics.models(), DemoRecording.GROUP);
        OrderPlan plan = choice.apply(new OrderPlans(records, from));
        publisher.order(records, plan.kind(), plan.version(), plan.fromMillis());
        narrator.say("ordered: %s", plan.sentence());
    }

    /**
     * Compares the active model with its shadow, by what stands on the topics.
     *
     * @return readings that both answered
     */
    long compare() {
        ShadowJoin join = new ShadowJoin(DemoRecording.GROUP, Long.MIN_VALUE);
        read(topics.shadow(), join::addShadow);
        read(topics.results(), join::addActive);
        Collection<ShadowComparison> comparisons = join.compare(ALARM_SCORE);
        for (ShadowComparison each : comparisons) {
            narrator.say(
                    "version %d (active) and version %d (shadow) on %,d readings",
                    each.activeVersion(), each.shadowVersion(), each.readings());
            narrator.say("%s", each.verdict());
        }
        return comparisons.stream().mapToLong(ShadowComparison::readings).sum();
    }

    private void read(String topic, Consumer<Result> receiver) {
        try (TopicReader<Result> reader = new TopicReader<>(bootstrap, topic, Wires.RESULT)) {
            reader.readToEnd(receiver);
        }
    }
}
