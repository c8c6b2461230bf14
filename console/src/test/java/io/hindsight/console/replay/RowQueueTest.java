package io.hindsight.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.sensor.Outcome;
import io.hindsight.model.sensor.Revision;
import io.hindsight.model.sensor.StepResult;
import io.hindsight.trainer.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowQueueTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<ReplayedRow> left = new ArrayList<>();
    private final RowQueue queue = new RowQueue(left::add, 5);

    @Test
    void aRowWithNothingOpenLeavesAtOnce() {
        accept("a", 1, NEVER);
        assertThat(told()).containsExactly("a1");
    }

    @Test
    void aRowInAGapWaitsForItsRevisionAndHoldsTheOthersBack() {
        accept("a", 1, NEVER);
        accept("a", 2, 2);
        accept("b", 1, NEVER);
        accept("a", 3, 2);
        assertThat(told()).containsExactly("a1");
        accept("a", 4, NEVER, revision(2), revision(3));
        assertThat(told()).containsExactly("a1", "a2 revised", "b1", "a3 revised", "a4");
    }

    @Test
    void aRowThatTheLogHasDroppedLeaves() {
        accept("a", 1, 1);
        accept("a", 2, 1);
        accept("a", 3, 2);
        assertThat(told()).containsExactly("a1");
    }

    @Test
    void aSlotWithoutARowIsPassedOver() {
        accept("a", 1, 1);
        accept("a", 4, NEVER, revision(1), revision(2), revision(3));
        assertThat(told()).containsExactly("a1 revised", "a4");
    }

    @Test
    void rowsThatWaitedOrWereRefusedKeepTheirPlace() {
        queue.accept(row("a", 1), new Outcome.Waiting(), NEVER);
        accept("a", 2, 2);
        queue.accept(
                row("a", 2), new Outcome.Refused(Outcome.Reason.OUT_OF_ORDER, "f", "must", "2"), 2);
        assertThat(told()).containsExactly("a1");
        accept("a", 3, NEVER, revision(2));
        assertThat(told()).containsExactly("a1", "a2 revised", "a2", "a3");
    }

    @Test
    void aSensorThatFallsSilentInAGapHoldsBackNoMoreThanTheQueueHolds() {
        accept("a", 1, 1);
        for (int t = 1; t <= 4; t++) {
            accept("b", t, NEVER);
        }
        assertThat(told()).isEmpty();
        accept("b", 5, NEVER);
        assertThat(told()).containsExactly("a1", "b1", "b2", "b3", "b4", "b5");
        assertThat(queue.lateRevisions()).isZero();
        accept("a", 2, NEVER, revision(1));
        assertThat(queue.lateRevisions()).isEqualTo(1);
    }

    @Test
    void atTheEndAllLeave() {
        accept("a", 1, 1);
        accept("b", 1, NEVER);
        queue.finish();
        assertThat(told()).containsExactly("a1", "b1");
    }

    private void accept(String sensor, long time, long earliestOpen, Revision... revisions) {
        Outcome outcome =
                new Outcome.Scored(1, new StepResult(1), Optional.empty(), List.of(revisions));
        queue.accept(row(sensor, time), outcome, earliestOpen);
    }

    private static Row row(String sensor, long time) {
        return new Row(sensor, time, new double[] {Double.NaN});
    }

    private static Revision revision(long time) {
        return new Revision(time, 0, 1, 1, 1, (byte) 11, 1);
    }

    /** Who left, in order. */
    private List<String> told() {
        return left.stream()
                .map(
                        row ->
                                row.row().sensor()
                                        + row.row().timeMillis()
                                        + (Float.isNaN(row.revised(0)) ? "" : " revised"))
                .toList();
    }
}
