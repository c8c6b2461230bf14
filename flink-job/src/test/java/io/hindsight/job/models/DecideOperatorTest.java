package io.hindsight.job.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideOperatorTest {
    private static final byte[] BUNDLE = SelfCheck.write(Bundles.random(CellKind.GRU, 4, 2, 1));
    private static final byte[] OTHER = SelfCheck.write(Bundles.random(CellKind.GRU, 4, 2, 2));

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatStandsOnTheTopicAtTheStartActsAsAskedAndEventTimeWaitsForIt() throws Exception {
        desk.readingsAt(500);
        desk.feed(release(1), release(2));
        desk.feed(orders().then(Kind.ACTIVATE, 1).then(Kind.ACTIVATE, 2, 300).schedule());
        desk.readingsAt(600);
        assertThat(desk.said()).containsExactly("air/1", "air/2", "air");

        desk.topicIsQuiet();
        assertThat(desk.said()).containsExactly("air decided 1@beginning 2@300", "event time 600");
        assertThat(desk.written()).containsExactly("air decided 1@beginning 2@300");
    }

    @Test
    void eventTimeNeedsNoModels() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(7);
        assertThat(desk.said()).containsExactly("event time 7");
        assertThat(desk.written()).isEmpty();
    }

    @Test
    void anOrderInMidStreamActsFromBehindWhatWasSteppedAndGoesOutBeforeTheNextWatermark()
            throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(1_000);
        desk.topicIsBusy();
        Orders orders = orders().then(Kind.ACTIVATE, 1);
        desk.feed(release(1));
        desk.feed(orders.schedule());
        desk.said();
        desk.readingsAt(2_000);
        assertThat(desk.said()).containsExactly("air decided 1@1001", "event time 2000");

        desk.feed(orders.then(Kind.WITHDRAW, 1, 1_500).then(Kind.ACTIVATE, 1, 5_000).schedule());
        desk.said();
        desk.readingsAt(3_000);
        assertThat(desk.said())
                .containsExactly("air decided 1@1001 2@2001 3@5000", "event time 3000");
    }

    @Test
    void anOrderIsDecidedOnce() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(10);
        desk.feed(release(1));
        desk.feed(orders().then(Kind.ACTIVATE, 1).schedule());
        desk.readingsAt(20);
        assertThat(desk.written()).containsExactly("air decided 1@11");
        desk.said();

        desk.feed(orders().then(Kind.ACTIVATE, 1).schedule());
        desk.feed(orders().then(Kind.ACTIVATE, 1).decided(11).times());
        desk.readingsAt(30);
        assertThat(desk.said()).containsExactly("event time 30");
        assertThat(desk.written()).isEmpty();
        assertThat(desk.deadLetters()).isEmpty();
    }

    @Test
    void anOrderIsDecidedWhileReadingsAreQuiet() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(10);
        desk.readingsAreQuiet();
        desk.feed(release(1));
        desk.feed(orders().then(Kind.SHADOW, 1).schedule());
        desk.said();
        desk.clockAt(DecideOperator.PATIENCE.toMillis() - 1);
        assertThat(desk.said()).isEmpty();
        desk.clockAt(DecideOperator.PATIENCE.toMillis());
        assertThat(desk.said()).containsExactly("air decided 1@11");
        assertThat(desk.timers()).isZero();
    }

    @Test
    void quietReadingsDoNotLetAStepRunAhead() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(10);
        desk.said();
        desk.readingsAreQuiet();
        desk.topicIsBusy();
        desk.topicIsQuiet();
        assertThat(desk.said()).doesNotContain("WatermarkStatus(IDLE)");
    }

    @Test
    void anOrderWaitsForItsReleaseUnlessALaterOneOvertakesIt() throws Exception {
        desk.topicIsQuiet();
        Orders orders = orders().then(Kind.ACTIVATE, 1).then(Kind.ACTIVATE, 2);
        desk.feed(release(1));
        desk.feed(orders.schedule());
        desk.readingsAt(10);
        assertThat(desk.written()).containsExactly("air decided 1@beginning");
        desk.readingsAt(20);
        desk.feed(release(2));
        desk.readingsAt(30);
        assertThat(desk.written()).containsExactly("air decided 1@beginning 2@21");

        orders.then(Kind.ACTIVATE, 3).then(Kind.SHADOW, 0);
        desk.feed(orders.schedule());
        desk.readingsAt(40);
        assertThat(desk.written()).containsExactly("air decided 1@beginning 2@21 3@never 4@31");
    }

    @Test
    void timesThatStandOnTheTopicAtTheStartAreKept() throws Exception {
        Orders orders = orders().then(Kind.ACTIVATE, 1).decided(77).then(Kind.ACTIVATE, 2, 5);
        desk.feed(orders.times());
        desk.feed(release(1), release(2));
        desk.feed(orders.schedule());
        desk.topicIsQuiet();
        desk.readingsAt(10);
        assertThat(desk.said())
                .containsExactly(
                        "air decided 1@77",
                        "air/1",
                        "air/2",
                        "air",
                        "air decided 1@77 2@5",
                        "event time 10");
        assertThat(desk.written()).containsExactly("air decided 1@77 2@5");
    }

    @Test
    void goesOnFromACheckpointWithWhatWasDecidedAndWhatHadPassed() throws Exception {
        Orders orders = orders().then(Kind.ACTIVATE, 1);
        desk.topicIsQuiet();
        desk.readingsAt(100);
        desk.feed(release(1));
        desk.feed(orders.schedule());
        desk.readingsAt(200);
        desk.feed(release(2));
        desk.feed(orders.then(Kind.ACTIVATE, 2).schedule());
        OperatorSubtaskState checkpoint = desk.checkpoint();
        desk.readingsAt(300);
        assertThat(desk.written()).containsExactly("air decided 1@101", "air decided 1@101 2@201");

        try (Desk again = Desk.restored(checkpoint)) {
            again.topicIsQuiet();
            assertThat(again.written()).containsExactly("air decided 1@101 2@201");
            again.feed(release(1), Releases.of("air", 2, OTHER).release());
            again.feed(orders.then(Kind.ACTIVATE, 1).schedule());
            again.readingsAt(150);
            assertThat(again.written()).containsExactly("air decided 1@101 2@201 3@201");
            assertThat(again.deadLetters()).hasSize(1);
        }
    }

    @Test
    void anOrderThatWaitsInACheckpointIsDecidedThoughNothingComes() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(100);
        desk.feed(release(1));
        desk.feed(orders().then(Kind.ACTIVATE, 1).schedule());
        try (Desk again = Desk.restored(desk.checkpoint())) {
            again.topicIsQuiet();
            assertThat(again.written()).containsExactly("air decided 1@101");
        }
    }

    @Test
    void theEndOfABoundedStreamIsNoEventTime() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(100);
        desk.readingsAt(Long.MAX_VALUE);
        try (Desk again = Desk.restored(desk.checkpoint())) {
            again.feed(release(1));
            again.feed(orders().then(Kind.ACTIVATE, 1).schedule());
            again.topicIsQuiet();
            assertThat(again.written()).containsExactly("air decided 1@101");
        }
    }

    @Test
    void groupsAreDecidedByThemselves() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(10);
        desk.feed(release(1), Releases.of("water", 4, BUNDLE).release());
        desk.feed(orders().then(Kind.ACTIVATE, 1).schedule());
        desk.readingsAt(20);
        desk.feed(Orders.of("water").then(Kind.ACTIVATE, 4).schedule());
        desk.readingsAt(30);
        assertThat(desk.written()).containsExactly("air decided 1@11", "water decided 1@21");
    }

    private static Orders orders() {
        return Orders.of("air");
    }

    private static ModelRelease release(long version) {
        return Releases.of("air", version, BUNDLE).release();
    }
}
