package io.hindsight.trainer.detect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExtremesTest {
    private static final long SEED = 3;
    private static final int COLUMNS = 37;

    @Test
    void keepsEveryLocalExtremeThatIsItsColumnsLeastOrGreatest() {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] times = new long[4000];
        times[0] = 1_000_000;
        for (int row = 1; row < times.length; row++) {
            times[row] = times[row - 1] + 1 + random.nextInt(row % 500 == 0 ? 90_000 : 100);
        }
        double[] values = random.doubles(times.length).toArray();

        Extremes extremes = Extremes.of(times, row -> values[row], COLUMNS);

        for (int column = 0; column < COLUMNS; column++) {
            double[] seen = inColumn(times, values, column);
            if (seen.length == 0) {
                assertThat(extremes.first(column)).isNaN();
                continue;
            }
            assertThat(
                            new double[] {
                                extremes.first(column),
                                extremes.least(column),
                                extremes.greatest(column),
                                extremes.last(column)
                            })
                    .as("seed %d, column %d", SEED, column)
                    .containsExactly(
                            seen[0],
                            Arrays.stream(seen).min().orElseThrow(),
                            Arrays.stream(seen).max().orElseThrow(),
                            seen[seen.length - 1]);
        }
    }

    private static double[] inColumn(long[] times, double[] values, int column) {
        double span = times[times.length - 1] - times[0];
        double[] seen = new double[times.length];
        int count = 0;
        for (int row = 0; row < times.length; row++) {
            double at = Math.min(COLUMNS - 1, Math.floor((times[row] - times[0]) / span * COLUMNS));
            if (at == column) {
                seen[count++] = values[row];
            }
        }
        return Arrays.copyOf(seen, count);
    }

    @Test
    void aSpikeOfOneRowInAMillionIsThere() {
        long[] times = new long[1_000_000];
        Arrays.setAll(times, row -> row);

        Extremes extremes = Extremes.of(times, row -> row == 654_321 ? 9 : 1, 1000);

        assertThat(extremes.greatest(654)).isEqualTo(9);
        assertThat(extremes.last(654)).isEqualTo(1);
    }

    @Test
    void holesCountForNothing() {
        long[] times = {0, 1, 2, 3};
        double[] values = {Double.NaN, 5, Double.POSITIVE_INFINITY, Double.NaN};

        Extremes extremes = Extremes.of(times, row -> values[row], 2);

        assertThat(extremes.first(0)).isEqualTo(5);
        assertThat(extremes.last(0)).isEqualTo(5);
        assertThat(extremes.first(1)).isNaN();
    }

    @Test
    void oneRowIsInTheFirstColumn() {
        assertThat(Extremes.of(new long[] {7}, row -> 2, 3).first(0)).isEqualTo(2);
    }
}
