package io.hindsight.console.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
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
        accept("a", 4, NEVER, 2, 3);
        assertThat(told()).containsExactly("a1", "a2 revised", "b1", "a3 revised", "a4");
    }

    @Test
    void aRowThatNothingKeepsOpenLeaves() {
        accept("a", 1, 1);
        accept("a", 2, 1);
        accept("a", 3, 2);
        assertThat(told()).containsExactly("a1");
    }

    @Test
    void rowsThatCouldNotBeUsedKeepTheirPlace() {
        accept("a", 1, NEVER);
        accept("a", 2, 2);
        queue.add(new ReplayedRow("a", 2, new double[1], Optional.empty()));
        queue.settle("a", 2);
        assertThat(told()).containsExactly("a1");
        accept("a", 3, NEVER, 2);
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
        accept("a", 2, NEVER, 1);
        assertThat(queue.lateRevisions()).isEqualTo(1);
    }

    @Test
    void atTheEndAllLeave() {
        accept("a", 1, 1);
        accept("b", 1, NEVER);
        queue.finish();
        assertThat(told()).containsExactly("a1", "b1");
    }

    private void accept(String sensor, long time, long earliestOpen, long... revised) {
        queue.add(
                new ReplayedRow(
                        sensor, time, new double[] {Double.NaN}, Optional.of(answer(time, 0))));
        for (long slot : revised) {
            queue.revise(sensor, answer(slot, 1));
        }
        queue.settle(sensor, earliestOpen);
    }

    private static Answer answer(long time, float imputed) {
        StepResult result = new StepResult(1);
        result.eventTimeMillis = time;
        result.observed[0] = Double.NaN;
        result.imputed[0] = imputed;
        return new Answer(Answer.Status.SCORED, 1, result);
    }

    /** Who left, in order. */
    private List<String> told() {
        return left.stream()
                .map(
                        row ->
                                row.sensor()
                                        + row.timeMillis()
                                        + (Float.isNaN(row.revised(0)) ? "" : " revised"))
                .toList();
    }
}
