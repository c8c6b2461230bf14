package io.hindsight.benchmarks.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelledSeriesTest {
    @Test
    void probationIsThreeTwentiethsOfTheRowsAndSevenHundredAndFiftyAtMost() {
        assertThat(rows(20).probation()).isEqualTo(3);
        assertThat(rows(999).probation()).isEqualTo(149);
        assertThat(rows(5_000).probation()).isEqualTo(750);
        assertThat(rows(50_000).probation()).isEqualTo(750);
    }

    @Test
    void refusesWindowsThatOverlapOrLieBehindTheEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> rows(9, 0, 4, 3, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> rows(9, 5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> rows(9, 5, 5));
    }

    @Test
    void aTimeWindowTakesTheRowsWithinItsTwoTimes() {
        long[] times = {0, 10, 20, 20, 30};

        assertThat(new TimeWindow(10, 20).rows(times)).contains(new RowWindow(1, 4));
        assertThat(new TimeWindow(11, 19).rows(times)).isEmpty();
        assertThat(new TimeWindow(31, 99).rows(times)).isEmpty();
    }

    private static LabelledSeries rows(int rows, int... bounds) {
        List<RowWindow> windows =
                IntStream.range(0, bounds.length / 2)
                        .mapToObj(k -> new RowWindow(bounds[2 * k], bounds[2 * k + 1]))
                        .toList();
        return new LabelledSeries("some", new long[rows], new double[rows], windows);
    }
}
