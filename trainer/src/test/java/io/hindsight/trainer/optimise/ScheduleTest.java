package io.hindsight.trainer.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void constantNeverChanges() {
        Schedule schedule = Schedule.constant(0.01);
        assertThat(schedule.rate(0)).isEqualTo(0.01);
        assertThat(schedule.rate(1_000_000)).isEqualTo(0.01);
    }

    @Test
    void oneCycleRisesOverTheFirstFifteenHundredthsAndFallsToAlmostNothing() {
        Schedule schedule = Schedule.oneCycle(0.01, 1000);
        assertThat(schedule.rate(0)).isCloseTo(0.0004, within(1e-12));
        assertThat(schedule.rate(75)).isCloseTo(0.0052, within(1e-12));
        assertThat(schedule.rate(150)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.rate(575)).isCloseTo(0.0050005, within(1e-12));
        assertThat(schedule.rate(1000)).isCloseTo(1e-6, within(1e-12));
        assertThat(schedule.rate(5000)).isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void oneCycleOfASingleUpdateStartsLow() {
        assertThat(Schedule.oneCycle(1, 1).rate(0)).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void stepwiseFallsByItsFactorEachTime() {
        Schedule schedule = Schedule.stepwise(0.8, 0.5, 10);
        assertThat(schedule.rate(0)).isEqualTo(0.8);
        assertThat(schedule.rate(9)).isEqualTo(0.8);
        assertThat(schedule.rate(10)).isEqualTo(0.4);
        assertThat(schedule.rate(39)).isEqualTo(0.1);
    }

    @Test
    void cosineReachesItsPeakInALineAndItsLastRateAtTheEnd() {
        Schedule schedule = Schedule.cosine(0.01, 0.001, 4, 104);
        assertThat(schedule.rate(0)).isCloseTo(0.0025, within(1e-12));
        assertThat(schedule.rate(3)).isCloseTo(0.01, within(1e-12));
        assertThat(schedule.rate(54)).isCloseTo(0.0055, within(1e-12));
        assertThat(schedule.rate(104)).isCloseTo(0.001, within(1e-12));
        assertThat(schedule.rate(500)).isCloseTo(0.001, within(1e-12));
    }

    @Test
    void cosineMayDoWithoutAWarmUp() {
        assertThat(Schedule.cosine(0.01, 0, 0, 10).rate(0)).isEqualTo(0.01);
    }
}
