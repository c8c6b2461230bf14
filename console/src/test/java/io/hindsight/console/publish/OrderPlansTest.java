package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.schemas.ModelSchedule.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OrderPlansTest {
    private final GroupTopic topic = new GroupTopic().release(1, 2, 3);

    @Test
    void activatesAVersionInThePlaceOfTheActiveOne() {
        assertPlan(
                plans -> plans.activate(1),
                Kind.ACTIVATE,
                1,
                "version 1 of air will be active at once");
        topic.order(Kind.ACTIVATE, 1);
        assertPlan(
                plans -> plans.activate(3),
                Kind.ACTIVATE,
                3,
                "version 3 of air will be active at once, in the place of version 1");
    }

    @Test
    void saysFromWhenOn() {
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        OrderPlan plan = new OrderPlans(topic.records(), Optional.of(from)).activate(2);

        assertThat(plan.fromMillis()).isEqualTo(from.toEpochMilli());
        assertThat(plan.sentence())
                .isEqualTo("version 2 of air will be active from 2026-05-01T00:00:00Z on");
    }

    @Test
    void refusesATimeThatWouldMeanAtOnce() {
        assertThatThrownBy(() -> new OrderPlans(topic.records(), Optional.of(Instant.EPOCH)))
                .hasMessage("the time must be after 1970: 1970-01-01T00:00:00Z");
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        assertRefused(plans -> plans.activate(9), "air has no version 9: published are [1, 2, 3]");
        assertRefused(plans -> plans.shadow(9), "air has no version 9: published are [1, 2, 3]");
        assertRefused(plans -> plans.withdraw(9), "air has no version 9: published are [1, 2, 3]");
        assertThatThrownBy(
                        () -> new OrderPlans(new GroupRecords("air"), Optional.empty()).activate(1))
                .hasMessage("air has no version 1: none is published");
    }

    @Test
    void goesBackToTheVersionBefore() {
        topic.order(Kind.ACTIVATE, 1).order(Kind.ACTIVATE, 2).order(Kind.SHADOW, 3);
        assertPlan(
                OrderPlans::rollback,
                Kind.ACTIVATE,
                1,
                "air will go back from version 2 to version 1 at once");
    }

    @Test
    void doesNotGoBackToAVersionThatIsWithdrawn() {
        topic.order(Kind.ACTIVATE, 1).order(Kind.ACTIVATE, 2).order(Kind.ACTIVATE, 3);
        topic.order(Kind.WITHDRAW, 2);
        assertPlan(
                OrderPlans::rollback,
                Kind.ACTIVATE,
                1,
                "air will go back from version 3 to version 1 at once");
    }

    @Test
    void refusesToGoBackWhereNothingWasBefore() {
        assertRefused(OrderPlans::rollback, "air has no version to go back to: none is active");
        topic.order(Kind.ACTIVATE, 2);
        assertRefused(
                OrderPlans::rollback, "air has no version to go back to: version 2 is the first");
    }

    @Test
    void comparesAVersionAndEndsTheComparison() {
        topic.order(Kind.ACTIVATE, 1);
        assertRefused(OrderPlans::noShadow, "air has no shadow");
        assertPlan(
                plans -> plans.shadow(2),
                Kind.SHADOW,
                2,
                "version 2 of air will run as a shadow beside version 1 at once");
        topic.order(Kind.SHADOW, 2);
        assertPlan(
                OrderPlans::noShadow,
                Kind.SHADOW,
                0,
                "air will have no shadow any more at once; it has had version 2");
        assertRefused(
                plans -> plans.shadow(1),
                "version 1 of air is the active one and has nothing to be compared with");
    }

    @Test
    void withdrawsAVersionAndSaysWhatIsLeft() {
        topic.order(Kind.ACTIVATE, 1);
        assertPlan(
                plans -> plans.withdraw(1),
                Kind.WITHDRAW,
                1,
                "version 1 of air will act no more at once; none will be active, and readings will"
                        + " wait");
        topic.order(Kind.ACTIVATE, 2);
        assertPlan(
                plans -> plans.withdraw(2),
                Kind.WITHDRAW,
                2,
                "version 2 of air will act no more at once; version 1 will be the active one");
        topic.order(Kind.WITHDRAW, 2);
        assertRefused(
                plans -> plans.withdraw(2),
                "version 2 of air does not act, so there is nothing to withdraw");
        assertRefused(
                plans -> plans.withdraw(3),
                "version 3 of air does not act, so there is nothing to withdraw");
    }

    private void assertPlan(
            Function<OrderPlans, OrderPlan> wish, Kind kind, long version, String sentence) {
        assertThat(wish.apply(plans())).isEqualTo(new OrderPlan(kind, version, 0, sentence));
    }

    private void assertRefused(Function<OrderPlans, OrderPlan> wish, String message) {
        OrderPlans plans = plans();
        assertThatThrownBy(() -> wish.apply(plans))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private OrderPlans plans() {
        return new OrderPlans(topic.records(), Optional.empty());
    }
}
