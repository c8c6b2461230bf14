package io.hindsight.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.series.Season;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import io.hindsight.trainer.data.Statistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleanedTest {
    private static final long HOUR = 3_600_000;
    private static final int SLOTS = 3_000;
    private static final Season DAILY = new Season(24 * HOUR, 24);
    private static final Split SPLIT = new Split(SLOTS * HOUR, (SLOTS + 1) * HOUR);

    @Test
    void aFewReadingsOfABrokenSensorDoNotMakeTheScale() {
        double[][] values = values();
        for (int t = 50; t < SLOTS; t += 100) {
            values[t][0] = -9_999;
        }
        values[700][1] = 1e9;

        Cleaned cleaned = cleaned(values);

        assertThat(cleaned.statistics().normaliser().widthFromZ(0, 1)).isCloseTo(5, within(0.5));
        assertThat(cleaned.statistics().normaliser().widthFromZ(1, 1)).isCloseTo(5, within(0.5));
        assertThat(cleaned.cleaning().report().channels().get(0).spikes()).isEqualTo(30);
        assertThat(cleaned.cleaning().report().channels().get(1).spikes()).isEqualTo(1);
        assertThat(cleaned.cleaning().training().get(0).z(150, 0)).isNaN();
    }

    @Test
    void aDirtyChannelIsCleanedAmongManyCleanOnes() {
        double[][] values = values(12);
        for (int t = 50; t < SLOTS; t += 100) {
            values[t][3] += 40;
        }

        Cleaned cleaned = cleaned(values);

        assertThat(cleaned.cleaning().report().share()).isLessThan(0.002);
        assertThat(cleaned.cleaning().report().cleaned()).isTrue();
        assertThat(cleaned.cleaning().training().get(0).z(150, 3)).isNaN();
    }

    @Test
    void cleanDataKeepsItsScaleToTheLastBit() {
        double[][] values = values();
        Cleaned cleaned = cleaned(values);
        assertThat(cleaned.statistics().normaliser().toZ(0, 3))
                .isEqualTo(Statistics.ofTraining(data(values), SPLIT).normaliser().toZ(0, 3));
    }

    private static Cleaned cleaned(double[][] values) {
        return Cleaned.of(data(values), SPLIT, DAILY);
    }

    private static DataSet data(double[][] values) {
        return new DataSet(
                IntStream.range(0, values[0].length).mapToObj(d -> "c" + d).toList(),
                HOUR,
                List.of(SensorSeries.of("one", 0, HOUR, values)));
    }

    private static double[][] values() {
        return values(2);
    }

    /** Channels with a daily wave and noise, of mean 20 and deviation 5. */
    private static double[][] values(int channels) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = new double[SLOTS][channels];
        for (int t = 0; t < SLOTS; t++) {
            double wave = 20 + 6 * Math.sin(2 * Math.PI * t / 24);
            for (int d = 0; d < channels; d++) {
                values[t][d] = wave + 2.6 * random.nextGaussian();
            }
        }
        return values;
    }
}
