package io.hindsight.trainer.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.Irregular;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.ZSeries;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecayFitTest {
    private static final Normaliser UNITS =
            new Normaliser(new double[] {0, 10}, new double[] {1, 2});

    @Test
    void findsTheNumbersOfTheProcessThatMadeTheData() {
        DecayNumbers numbers = fit(Irregular.processes(3, 3_000, 2, 5));

        for (int d = 0; d < 2; d++) {
            assertThat((double) numbers.tau[d]).as("tau %d", d).isBetween(1.4, 2.9);
            assertThat((double) numbers.floor[d]).as("floor %d", d).isLessThan(0.05);
            assertThat((double) numbers.variance[d]).as("variance %d", d).isBetween(0.8, 1.2);
        }
    }

    @Test
    void noiseThatRemembersNothingIsAllFloorOrGoneAtOnce() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[2_000][2];
        long[] times = new long[values.length];
        for (int t = 0; t < times.length; t++) {
            times[t] = t * Irregular.PACE;
            values[t][0] = random.nextGaussian();
            values[t][1] = 10;
        }
        DecayNumbers numbers = fit(data(times, values));

        assertThat((double) (numbers.floor[0] + numbers.variance[0])).isCloseTo(1, within(0.1));
        assertThat(Math.exp(-1 / numbers.tau[0])).as("kept after a pace").isLessThan(0.1);
        assertThat(numbers.newAnchor(Irregular.PACE).newMemory()).isNotNull();
    }

    @Test
    void aChannelWithHardlyAValueStaysAsSureAsItsScale() {
        double[][] values = {{1, Double.NaN}, {2, 11}};
        DecayNumbers numbers = fit(data(new long[] {0, 5}, values));

        assertThat(numbers.tau).containsExactly(1, 1);
        assertThat((double) (numbers.floor[1] + numbers.variance[1])).isCloseTo(1, within(1e-6));
    }

    @Test
    void theSameSeriesGiveTheSameBits() {
        DataSet data = Irregular.processes(2, 500, 2, 7);

        assertThat(fit(data)).usingRecursiveComparison().isEqualTo(fit(data));
    }

    private static DataSet data(long[] times, double[][] values) {
        SensorSeries series = SensorSeries.irregular("a", times, Irregular.PACE, values);
        return new DataSet(List.of("x", "y"), List.of(), 0, Irregular.PACE, List.of(series));
    }

    private static DecayNumbers fit(DataSet data) {
        List<ZSeries> parts =
                data.series().stream()
                        .map(series -> new ZSeries(series, UNITS, 0, series.length()))
                        .toList();
        return new DecayFit(2, Irregular.PACE, parts).fit();
    }
}
