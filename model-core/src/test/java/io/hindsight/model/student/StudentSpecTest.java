package io.hindsight.model.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.model.anchor.AnchorSpec;
import io.hindsight.model.anchor.FilterForm;
import io.hindsight.model.fixtures.Anchors;
import io.hindsight.model.fixtures.Students;
import io.hindsight.model.recurrent.CellKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentSpecTest {

    @Test
    void namesTheRuleAndTheValueThatBreaksIt() {
        assertRefused(
                0, List.of("a"), List.of(""), 0, List.of(), "hiddenSize must be 1 to 1024: 0");
        assertRefused(1025, List.of("a"), List.of(""), 0, List.of(), "1 to 1024: 1025");
        assertRefused(1, List.of(), List.of(), 0, List.of(), "channels must be 1 to 512: 0");
        assertRefused(
                1, List.of("a", "a"), List.of("", ""), 0, List.of(), "must be distinct: [a, a]");
        assertRefused(
                1, List.of("a"), List.of(), 0, List.of(), "units must be one a channel: 0 for 1");
        assertRefused(
                1,
                List.of("a"),
                List.of(""),
                -1,
                List.of(),
                "intervalMillis must be 0 to 34560000000: -1");
        assertRefused(1, List.of("a"), List.of(""), 0, List.of(0L), "must be positive: 0");
        assertRefused(
                1, List.of("a"), List.of(""), 0, Collections.nCopies(17, 1L), "at most 16: 17");
    }

    @Test
    void refusesGivenChannelsThatLeaveNoneToAnswerFor() {
        for (int given : new int[] {-1, 2, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Students.spec(CellKind.LSTM, 1, 2, given, AnchorSpec.NONE))
                    .withMessage("given channels must be fewer than all of them: " + given);
        }
        StudentSpec spec = Students.spec(CellKind.LSTM, 1, 3, 2, AnchorSpec.NONE);
        assertThat(spec.channelCount()).isEqualTo(3);
        assertThat(spec.answeredCount()).isEqualTo(1);
        assertThat(spec.inputSize()).isEqualTo(22);
        assertThat(spec.priorSize()).isEqualTo(16);
        assertThat(spec.answerSize()).isEqualTo(2);
        assertThat(spec.gatedHeadSize()).isEqualTo(4);
    }

    @Test
    void refusesACovarianceThatIsTooWideAndSaysWhatToDo() {
        AnchorSpec full = Anchors.filter(3, FilterForm.FULL);
        assertThat(Students.spec(CellKind.LSTM, 1, 170, 0, full).channelCount()).isEqualTo(170);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Students.spec(CellKind.LSTM, 1, 171, 0, full))
                .withMessage(
                        "the filter's covariance must be at most 512 wide; of 171 channels take"
                                + " the cheap form");
        AnchorSpec cheap = Anchors.filter(3, FilterForm.CHEAP);
        assertThat(Students.spec(CellKind.LSTM, 1, 512, 0, cheap).channelCount()).isEqualTo(512);
    }

    @Test
    void anIrregularSensorHasAPaceAndNothingThatCountsSlots() {
        StudentSpec held = Students.onHeldValues(CellKind.GRU, 1, 2, 1000);
        assertThat(held.paceMillis()).isEqualTo(1000);
        assertThat(held.isRegular()).isTrue();
        StudentSpec irregular = held.irregular(700);
        assertThat(irregular.isRegular()).isFalse();
        assertThat(irregular.intervalMillis()).isZero();
        assertThat(irregular.paceMillis()).isEqualTo(700);
        assertThat(irregular.causal()).isEqualTo(irregular);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held.irregular(0))
                .withMessage("paceMillis of an irregular sensor must be 1 to 34560000000: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Students.spec(CellKind.GRU, 1, 2).irregular(1000))
                .withMessage(
                        "anchor of an irregular sensor must be none or decay, since a filter"
                                + " counts slots: filter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Students.lookingBack(CellKind.GRU, 1, 2).irregular(1000))
                .withMessageContaining("since a filter counts slots");
    }

    @Test
    void keepsItsOwnLists() {
        List<String> channels = new ArrayList<>(List.of("a"));
        StudentSpec spec = new StudentSpec(CellKind.GRU, 1, channels, List.of(""), 1, List.of());
        channels.add("b");
        assertThat(spec.channels()).containsExactly("a");
    }

    private static void assertRefused(
            int hiddenSize,
            List<String> channels,
            List<String> units,
            long interval,
            List<Long> periods,
            String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new StudentSpec(
                                        CellKind.LSTM,
                                        hiddenSize,
                                        channels,
                                        units,
                                        interval,
                                        periods))
                .withMessageContaining(message);
    }
}
