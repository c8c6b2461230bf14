package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HalvesBenchTest {
    private static final int ROWS = 200;
    private static final int EVENT = 150;

    /** Says what it is told. */
    private static final DetectorKind PLAIN =
            DetectorKind.withoutThreshold("plain", channels -> (time, values) -> values[0]);

    @Test
    void judgesEachHalfAtTheThresholdThatTheOtherHasChosen() {
        List<LabelledSeries> set = new ArrayList<>();
        set.add(series("a", 10));
        set.add(series("d", 4));
        set.add(series("c", 10));
        set.add(series("b", 4));

        List<HalvesBench.Result> results = HalvesBench.run(PLAIN, List.of(set), 1).results();

        HalvesBench.Result first = results.get(0);
        assertThat(first.windows()).isEqualTo(2);
        assertThat(first.threshold()).isEqualTo(4);
        assertThat(first.found()).isEqualTo(1);
        HalvesBench.Result second = results.get(1);
        assertThat(second.threshold()).isEqualTo(10);
        assertThat(second.score()).isZero();
        assertThat(second.found()).isZero();
        assertThat(second.own()).isCloseTo(first.own(), within(1e-9)).isPositive();
        assertThat(second.byDefault()).isNaN();
    }

    @Test
    void givesEachSetOneVoteWhateverItsSize() {
        List<LabelledSeries> large = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            large.add(series("large-" + k, 10));
        }
        List<LabelledSeries> small = List.of(series("small-0", 10), series("small-1", 4));

        List<HalvesBench.Result> results =
                HalvesBench.run(PLAIN, List.of(large, small), 1).results();

        assertThat(results.get(1).threshold()).isEqualTo(10);
        assertThat(results.get(1).found()).isEqualTo(0.5);
    }

    /** One event that is as strong. */
    private static LabelledSeries series(String name, double strength) {
        double[] values = new double[ROWS];
        values[EVENT] = strength;
        return new LabelledSeries(
                name,
                LongStream.range(0, ROWS).toArray(),
                values,
                List.of(new RowWindow(EVENT - 5, EVENT + 5)));
    }
}
