package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.benchmarks.detect.asd.Scored.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterpretationTest {
    private static final List<FaultyChannels> EVENTS =
            List.of(
                    new FaultyChannels(new Run(0, 2), Set.of(0, 1)),
                    new FaultyChannels(new Run(4, 4), Set.of(2)));

    private static final double[][] EVIDENCE = {
        {5, 0, 1}, {0, 2, 9}, {0, 6, 0}, {9, 9, 9}, {1, 2, 3}
    };

    @Test
    void hitTakesAnEventsHighestEvidenceOfAllRows() {
        // First event: 5, 6, 9, so channels 2 and 1, one of two right; second: right.
        assertThat(Interpretation.hit(EVENTS, EVIDENCE)).isEqualTo(0.75);
    }

    @Test
    void theScoreTakesDetectedRowsAlone() {
        // Adjusted, all of the first event stands at 8 and is the best cut: rows 0 and 2.
        Scored scored = Rows.of("###.#...", 8, 3, 8, 7, 1, 7, 7, 7);

        assertThat(Interpretation.adjustedThreshold(scored)).isEqualTo(8);
        assertThat(Interpretation.ips(EVENTS, EVIDENCE, scored)).isEqualTo(1);
    }

    @Test
    void theScoreWeighsEventsByTheirDetectedRows() {
        Scored scored = Rows.of("###.#", 8, 8, 8, 7, 8);

        assertThat(Interpretation.ips(EVENTS, EVIDENCE, scored))
                .isCloseTo((3 * 0.5 + 1) / 4, within(1e-12));
    }
}
