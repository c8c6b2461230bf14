package io.hindsight.console.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    @Test
    void numbersOrdersFromOneAndKeepsThoseBefore() {
        GroupTopic topic = new GroupTopic().order(Kind.ACTIVATE, 1).order(Kind.SHADOW, 2, 500);

        assertThat(orders(topic))
                .containsExactly(
                        new Order(1, Kind.ACTIVATE, 1, 0), new Order(2, Kind.SHADOW, 2, 500));
    }

    @Test
    void ofTooManyTheOldestThatNoLongerMatterGo() {
        GroupTopic topic =
                new GroupTopic()
                        .order(Kind.ACTIVATE, 1)
                        .order(Kind.ACTIVATE, 2)
                        .order(Kind.WITHDRAW, 2);
        for (int i = 0; i < 100; i++) {
            topic.order(Kind.SHADOW, 3 + i);
        }

        List<Order> orders = orders(topic);
        assertThat(orders).hasSize(ModelSchedule.MOST_ORDERS);
        assertThat(orders.subList(0, 3)).extracting(Order::number).containsExactly(1, 2, 3);
        assertThat(orders.get(3).number()).isEqualTo(103 - 60);
        assertThat(orders).last().extracting(Order::number).isEqualTo(103);
    }

    @Test
    void aWithdrawalGoesWithWhatItWithdrew() {
        GroupTopic topic = new GroupTopic().order(Kind.SHADOW, 9).order(Kind.WITHDRAW, 9);
        for (int i = 1; i <= ModelSchedule.MOST_ORDERS; i++) {
            topic.order(Kind.ACTIVATE, i);
        }

        assertThat(orders(topic)).extracting(Order::kind).contains(Kind.SHADOW, Kind.WITHDRAW);
        topic.order(Kind.SHADOW, 1);
        for (int i = 1; i <= 3; i++) {
            topic.order(Kind.ACTIVATE, i);
        }
        assertThat(orders(topic)).extracting(Order::kind).doesNotContain(Kind.WITHDRAW);
    }

    private static List<Order> orders(GroupTopic topic) {
        return topic.records().schedule().orElseThrow().orders();
    }
}
