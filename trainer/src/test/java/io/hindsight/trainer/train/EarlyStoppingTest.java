package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    @Test
    void restoresTheBestEpochWhenPatienceIsOver() {
        EarlyStopping<String> stopping = new EarlyStopping<>(2, "start");
        stopping.epoch(1.0, "first");
        stopping.epoch(0.5, "second");
        stopping.epoch(0.7, "third");
        assertThat(stopping.isOver()).isFalse();
        stopping.epoch(0.6, "fourth");

        assertThat(stopping.isOver()).isTrue();
        assertThat(stopping.bestWeights()).isEqualTo("second");
        assertThat(stopping.bestEpoch()).isEqualTo(2);
        assertThat(stopping.bestLoss()).isEqualTo(0.5);
    }

    @Test
    void keepsTheStartWhenNoEpochIsBetter() {
        EarlyStopping<String> stopping = new EarlyStopping<>(1, "start");
        stopping.epoch(Double.POSITIVE_INFINITY, "first");

        assertThat(stopping.isOver()).isTrue();
        assertThat(stopping.bestWeights()).isEqualTo("start");
    }
}
