package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void blocksAreAWeekOrATwentiethOfTheTime() {
        TimeBlocks year = new TimeBlocks(0, 365 * DAY - HOUR, HOUR);
        assertThat(year.blockMillis()).isEqualTo(7 * DAY);
        assertThat(year.unitsPerBlock()).isEqualTo(7);
        assertThat(year.units()).isEqualTo(365);
        assertThat(year.count()).isEqualTo(53);
        assertThat(year.unitOf(DAY - HOUR)).isZero();
        assertThat(year.unitOf(DAY)).isEqualTo(1);
        assertThat(year.unitOf(365 * DAY - HOUR)).isEqualTo(364);

        TimeBlocks month = new TimeBlocks(5 * DAY, 35 * DAY - HOUR, HOUR);
        assertThat(month.blockMillis()).isEqualTo(35 * HOUR);
        assertThat(month.units()).isEqualTo(144);
        assertThat(month.count()).isEqualTo(21);

        TimeBlocks threeSlots = new TimeBlocks(0, 2 * HOUR, HOUR);
        assertThat(threeSlots.blockMillis()).isEqualTo(HOUR);
        assertThat(threeSlots.count()).isEqualTo(3);
    }

    @Test
    void resamplesKeepUnitsOfABlockTogetherAndRatiosInTheirRange() {
        TimeBlocks blocks = new TimeBlocks(0, 140 * DAY - HOUR, HOUR);
        double[] sums = new double[140];
        double[] counts = new double[140];
        Arrays.setAll(sums, i -> Math.floorDiv(i, 7));
        Arrays.fill(counts, 1);

        double[] ratios = new Bootstrap(blocks, 400, 3).ratios(sums, counts);

        assertThat(ratios).hasSize(400);
        assertThat(Arrays.stream(ratios).average().orElseThrow()).isBetween(9.0, 10.0);
        assertThat(ratios).isEqualTo(new Bootstrap(blocks, 400, 3).ratios(sums, counts));
        assertThat(ratios).isNotEqualTo(new Bootstrap(blocks, 400, 4).ratios(sums, counts));
        assertThat(new Bootstrap(blocks, 400, 3).ratios(counts, counts)).containsOnly(1);
    }

    @Test
    void theIntervalIsTheCentralNineTenths() {
        double[] values = new double[101];
        Arrays.setAll(values, i -> 100 - i);
        double[] andOne = Arrays.copyOf(values, 102);
        andOne[101] = Double.NaN;

        assertThat(Bootstrap.interval(andOne))
                .containsExactly(new double[] {5, 95}, Offset.offset(1e-9));
    }

    /**
     * Errors that go up and down over days: their mean is known, and their blocks are not alike.
     */
    @Test
    void nineOfTenIntervalsHoldTheTrueMean() {
        int cases = 500;
        int held = 0;
        int heldByDays = 0;
        SplittableRandom random = new SplittableRandom(11);
        TimeBlocks weeks = new TimeBlocks(0, 280 * DAY - HOUR, HOUR);
        TimeBlocks days = new TimeBlocks(0, 279 * 7 * DAY, 7 * DAY);
        for (int i = 0; i < cases; i++) {
            double[] sums = new double[280];
            double[] counts = new double[280];
            double level = 0;
            for (int day = 0; day < sums.length; day++) {
                level = 0.4 * level + random.nextDouble() - 0.5;
                counts[day] = 1 + random.nextInt(10);
                sums[day] = counts[day] * (2 + level);
            }
            held += holds(new Bootstrap(weeks, 400, i).ratios(sums, counts), 2);
            heldByDays += holds(new Bootstrap(days, 400, i).ratios(sums, counts), 2);
        }

        assertThat(held / (double) cases).as("weeks").isBetween(0.84, 0.94);
        assertThat(heldByDays / (double) cases).as("blocks of one unit").isLessThan(0.78);
    }

    private static int holds(double[] resamples, double truth) {
        double[] ends = Bootstrap.interval(resamples);
        return ends[0] <= truth && truth <= ends[1] ? 1 : 0;
    }
}
