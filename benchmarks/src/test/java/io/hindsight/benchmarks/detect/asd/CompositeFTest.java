package io.hindsight.benchmarks.detect.asd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeFTest {
    /** Two events; at 5 the first is found, by one of two rows, and a normal row is alarmed. */
    private static final Scored SERIES = Rows.of("##...#", 1, 7, 2, 6, 2, 3);

    @Test
    void countsRowsForPrecisionAndEventsForRecall() {
        CompositeF at5 = CompositeF.at(List.of(SERIES), 5, 12);

        assertThat(at5.precision()).isEqualTo(0.5);
        assertThat(at5.recall()).isEqualTo(0.5);
        assertThat(at5.value()).isEqualTo(0.5);
        assertThat(at5.falseAlarmsADay()).isEqualTo(4);
    }

    @Test
    void isNothingWithoutAnAlarm() {
        assertThat(CompositeF.at(List.of(SERIES), 100, 12).value()).isZero();
    }

    @Test
    void findsTheBestThreshold() {
        // At 3: precision ⅔, recall 1. At 7: precision 1, recall ½.
        assertThat(CompositeF.bestThreshold(List.of(SERIES))).isEqualTo(3);
        assertThat(CompositeF.at(List.of(SERIES), 3, 12).value()).isCloseTo(0.8, within(1e-12));
    }
}
