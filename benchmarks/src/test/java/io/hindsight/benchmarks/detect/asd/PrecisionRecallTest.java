package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
    private static final Scored ONE = Rows.of("#.#.", 9, 8, 7, 1);

    @Test
    void isOneWhenAllAnomalousRowsAreHighest() {
        assertThat(PrecisionRecall.pooled(List.of(Rows.of(".##.", 1, 5, 4, 2)))).isEqualTo(1);
    }

    @Test
    void weighsPrecisionByTheRecallWon() {
        // Recall ½ at precision 1, then the other half at precision 2/3.
        assertThat(PrecisionRecall.pooled(List.of(ONE))).isCloseTo(5.0 / 6, within(1e-12));
    }

    @Test
    void takesEqualScoresTogether() {
        assertThat(PrecisionRecall.pooled(List.of(Rows.of("#...", 1, 1, 1, 1)))).isEqualTo(0.25);
    }

    @Test
    void poolsOnOneScaleAndAveragesOnEachOne() {
        Scored loud = Rows.of("#.", 100, 99);

        // Falling: #(100) .(99) #(9) .(8) #(7): ⅓ · (1 + ⅔ + ⅗).
        assertThat(PrecisionRecall.pooled(List.of(ONE, loud)))
                .isCloseTo((1 + 2.0 / 3 + 3.0 / 5) / 3, within(1e-12));
        assertThat(PrecisionRecall.mean(List.of(ONE, loud)))
                .isCloseTo((5.0 / 6 + 1) / 2, within(1e-12));
    }
}
