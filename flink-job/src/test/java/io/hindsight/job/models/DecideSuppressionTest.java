package io.hindsight.job.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.job.fixtures.Bundles;
import io.hindsight.job.fixtures.Orders;
import io.hindsight.job.fixtures.Releases;
import io.hindsight.job.fixtures.Wanted;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.model.sensor.SelfCheck;
import io.hindsight.model.suppress.Rule;
import io.hindsight.schemas.DeadLetter;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelSuppression.Edition;
import io.hindsight.schemas.ModelTimes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From when on something is ignored is decided once, as it is for orders and beside them. */
class DecideSuppressionTest {
    private static final byte[] BUNDLE = SelfCheck.write(Bundles.random(CellKind.GRU, 4, 2, 1));
    private static final Rule BROKEN = new Rule.Channel("broken", Optional.empty(), "c0");

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
    void whatStandsOnTheTopicAtTheStartActsAsAsked() throws Exception {
        desk.readingsAt(500);
        desk.feed(Wanted.of("air").then(BROKEN).from(300).suppression());
        assertThat(desk.said()).containsExactly("air/suppression");

        desk.topicIsQuiet();
        assertThat(desk.said())
                .containsExactly("air decided suppression 1@beginning 2@300", "event time 500");
        assertThat(desk.written()).containsExactly("air decided suppression 1@beginning 2@300");
    }

    @Test
    void inMidStreamItActsFromBehindWhatWasSteppedAndGoesOutBeforeTheNextWatermark()
            throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(1_000);
        desk.feed(Releases.of("air", 1, BUNDLE).release());
        desk.feed(Orders.of("air").then(Kind.ACTIVATE, 1).schedule());
        Wanted wanted = Wanted.of("air").from(900, BROKEN);
        desk.feed(wanted.suppression());
        desk.said();
        desk.readingsAt(2_000);
        assertThat(desk.said())
                .containsExactly("air decided 1@1001 suppression 1@1001", "event time 2000");

        desk.feed(wanted.then().from(7_000, BROKEN).suppression());
        desk.said();
        desk.readingsAt(3_000);
        assertThat(desk.said())
                .containsExactly(
                        "air decided 1@1001 suppression 1@1001 2@2001 3@7000", "event time 3000");
    }

    @Test
    void itIsDecidedOnceAndKeptOverACheckpointAndAStartFromTheTopic() throws Exception {
        Wanted wanted = Wanted.of("air").then(BROKEN);
        desk.topicIsQuiet();
        desk.readingsAt(100);
        desk.feed(wanted.suppression());
        desk.readingsAt(200);
        assertThat(desk.written()).containsExactly("air decided suppression 1@101");
        desk.feed(wanted.suppression());
        desk.readingsAt(300);
        assertThat(desk.written()).isEmpty();

        try (Desk again = Desk.restored(desk.checkpoint())) {
            again.topicIsQuiet();
            again.feed(wanted.then().suppression());
            again.readingsAt(400);
            assertThat(again.written()).containsExactly("air decided suppression 1@101 2@301");
        }
        try (Desk fresh = Desk.open()) {
            fresh.feed(new ModelTimes("air", List.of(), List.of(new ModelTimes.Time(1, 101))));
            fresh.feed(wanted.suppression());
            fresh.topicIsQuiet();
            assertThat(fresh.written())
                    .containsExactly("air decided suppression 1@101 2@beginning");
        }
    }

    @Test
    void itIsDecidedWhileReadingsAreQuiet() throws Exception {
        desk.topicIsQuiet();
        desk.readingsAt(10);
        desk.readingsAreQuiet();
        desk.feed(Wanted.of("air").then(BROKEN).suppression());
        desk.said();
        desk.clockAt(DecideOperator.PATIENCE.toMillis());
        assertThat(desk.said()).containsExactly("air decided suppression 1@11");
    }

    @Test
    void refusesRulesThatCannotBeRead() throws Exception {
        assertRefused(
                editions(
                        new Edition(1, 0, "{\"rules\":[]}"),
                        new Edition(
                                2,
                                0,
                                "{\"rules\":[{\"name\":\"a\",\"kind\":\"absolute\","
                                        + "\"channel\":\"c\",\"bound\":-1}]}")),
                "editions[1].rules[0].bound",
                "must be a positive number",
                "-1");
        assertRefused(editions(new Edition(1, 0, "[]")), "editions[0].rules", "JSON", "object");
    }

    @Test
    void refusesVersionsThatDoNotRiseFromOneAndMoreThanThereMayBe() throws Exception {
        String none = "{\"rules\":[]}";
        assertRefused(editions(new Edition(0, 0, none)), "editions[0].version", "above 0", "0");
        assertRefused(
                editions(new Edition(2, 0, none), new Edition(2, 0, none)),
                "editions[1].version",
                "above 2",
                "2");
        assertRefused(
                editions(
                        IntStream.rangeClosed(1, 33)
                                .mapToObj(version -> new Edition(version, 0, none))
                                .toArray(Edition[]::new)),
                "editions",
                "must be at most 32",
                "33");
    }

    @Test
    void refusesWhatChangesWhatWasDecided() throws Exception {
        desk.topicIsQuiet();
        desk.feed(Wanted.of("air").then(BROKEN).suppression());
        desk.readingsAt(10);
        desk.said();

        assertRefused(
                Wanted.of("air").then().suppression(),
                "editions",
                "must keep what was decided",
                "1");
        assertRefused(editions(), "editions", "must keep what was decided", "no version 1");
        assertRefused(
                new ModelTimes("air", List.of(), List.of(new ModelTimes.Time(1, 6))),
                "suppressions.fromMillis",
                "must be what was decided for version 1, " + Long.MIN_VALUE,
                "6");
    }

    @Test
    void whereThereIsNoMoreRoomTheOldestIsForgotten() throws Exception {
        SuppressionLedger ledger = new SuppressionLedger();
        Wanted wanted = Wanted.of("air");
        for (int version = 1; version <= 40; version++) {
            wanted.then(BROKEN);
            assertThat(ledger.take(wanted.newest(32))).isTrue();
            ledger.decide(version);
        }

        assertThat(ledger.times).hasSize(32).doesNotContainKey(8).containsEntry(40, 41L);
        assertThat(ledger.isDue()).isFalse();
    }

    private static ModelSuppression editions(Edition... editions) {
        return new ModelSuppression("air", List.of(editions), 1);
    }

    private void assertRefused(ModelRecord record, String field, String rule, String found)
            throws Exception {
        desk.feed(record);

        assertThat(desk.said()).isEmpty();
        List<DeadLetter> letters = desk.deadLetters();
        assertThat(letters).hasSize(1);
        DeadLetter.Fault fault = letters.get(0).fault();
        assertThat(fault.reason()).isEqualTo(DeadLetter.Fault.BAD_MODEL);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.rule()).contains(rule);
        assertThat(fault.found()).contains(found);
    }
}
