package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import org.junit.jupiter.api.Test;

class ScoredTest {
    @Test
    void eventsAreRunsOfAnomalousRows() {
        Scored scored = Rows.of("#..##.#", 1, 2, 3, 4, 5, 6, 7);

        assertThat(scored.events()).containsExactly(new Run(0, 0), new Run(3, 4), new Run(6, 6));
        assertThat(scored.anomalousRows()).isEqualTo(4);
        assertThat(scored.highest(new Run(3, 4))).isEqualTo(5);
    }

    @Test
    void refusesScoresThatAreNotTheLabels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rows.of("#.", 1))
                .withMessage("score must have a row for each label: score=1, labels=2");
    }
}
