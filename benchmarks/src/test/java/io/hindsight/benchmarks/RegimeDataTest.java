package io.hindsight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import io.hindsight.trainer.data.Split;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegimeDataTest {
    private static final long HOUR = 3_600_000L;
    private static final int SLOTS = 10_000;
    private static final int TRAINING = 6_000;
    private static final int CHANNELS = 4;
    private static final Split SPLIT = new Split(TRAINING * HOUR, 8_000 * HOUR);

    private final DataSet full = noise();
    private final RegimeData made = new RegimeData(full, SPLIT, 5);

    @Test
    void holesAreHalfInGapsAndHalfSingleCells() {
        SensorSeries holey = made.withHoles(0.5).series().get(0);
        long holes = 0;
        long inGaps = 0;
        for (int d = 0; d < CHANNELS; d++) {
            for (int t = 0, run = 0; t <= SLOTS; t++) {
                if (t < SLOTS && Double.isNaN(holey.value(t, d))) {
                    run++;
                } else {
                    holes += run;
                    inGaps += run >= 6 ? run : 0;
                    run = 0;
                }
            }
        }
        long cells = (long) SLOTS * CHANNELS;
        assertThat((double) holes / cells).isCloseTo(0.5, within(0.001));
        // Single cells lengthen gaps, and make some of their own.
        assertThat((double) inGaps / cells).isBetween(0.25, 0.40);
    }

    @Test
    void whatIsNoHoleIsAsItWas() {
        SensorSeries holey = made.withHoles(0.5).series().get(0);
        assertThat(changes(holey, 0, SLOTS)).isZero();
    }

    @Test
    void faultsAreHalfSpikesAndHalfStuckAndAllInTheTrainingPart() {
        SensorSeries faulty = made.withFaults(0.02).series().get(0);
        SensorSeries truth = full.series().get(0);
        double spikes = 0;
        double asSaid = 0;
        double stuck = 0;
        for (int t = 1; t < TRAINING; t++) {
            for (int d = 0; d < CHANNELS; d++) {
                double off = Math.abs(faulty.value(t, d) - truth.value(t, d));
                boolean repeats = faulty.value(t, d) == faulty.value(t - 1, d);
                stuck += repeats ? 1 : 0;
                spikes += !repeats && off > 0 ? 1 : 0;
                asSaid += !repeats && off > 3.9 && off < 8.2 ? 1 : 0;
            }
        }
        long cells = (long) TRAINING * CHANNELS;
        // Two spikes may meet in a cell.
        assertThat(asSaid / spikes).isGreaterThan(0.98);
        assertThat(spikes / cells).isCloseTo(0.01, within(0.001));
        assertThat(stuck / cells).isCloseTo(0.01, within(0.002));
        assertThat(changes(faulty, TRAINING, SLOTS)).isZero();
    }

    @Test
    void littleDataIsTheEndOfTheTrainingPartAndAllThatFollows() {
        DataSet little = made.withLast(0.1);
        SensorSeries last = little.series().get(0);
        assertThat(SPLIT.trainEnd(last)).isEqualTo(TRAINING / 10);
        assertThat(last.length()).isEqualTo(SLOTS - TRAINING * 9 / 10);
        assertThat(last.timeMillis(0)).isEqualTo(TRAINING * 9 / 10 * HOUR);
        assertThat(last.value(0, 2)).isEqualTo(full.series().get(0).value(TRAINING * 9 / 10, 2));
    }

    @Test
    void aSeedAlwaysMakesTheSame() {
        SensorSeries again = new RegimeData(noise(), SPLIT, 5).withFaults(0.02).series().get(0);
        SensorSeries other = new RegimeData(noise(), SPLIT, 6).withFaults(0.02).series().get(0);
        SensorSeries faulty = made.withFaults(0.02).series().get(0);
        assertThat(differences(again, faulty)).isZero();
        assertThat(differences(other, faulty)).isPositive();
    }

    private long changes(SensorSeries series, int from, int to) {
        long changes = 0;
        for (int t = from; t < to; t++) {
            for (int d = 0; d < CHANNELS; d++) {
                double value = series.value(t, d);
                double truth = full.series().get(0).value(t, d);
                changes += Double.isNaN(value) || value == truth ? 0 : 1;
            }
        }
        return changes;
    }

    private static long differences(SensorSeries a, SensorSeries b) {
        long differences = 0;
        for (int t = 0; t < SLOTS; t++) {
            for (int d = 0; d < CHANNELS; d++) {
                differences += a.value(t, d) == b.value(t, d) ? 0 : 1;
            }
        }
        return differences;
    }

    private static DataSet noise() {
        Random random = new Random(1);
        double[][] values = new double[SLOTS][CHANNELS];
        for (double[] row : values) {
            for (int d = 0; d < CHANNELS; d++) {
                row[d] = random.nextGaussian();
            }
        }
        return new DataSet(
                List.of("a", "b", "c", "d"),
                HOUR,
                List.of(SensorSeries.of("one", 0, HOUR, values)));
    }
}
