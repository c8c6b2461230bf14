package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LaggedMomentsTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);
    private static final double NAN = Double.NaN;

    @Test
    void givesTheMomentsThatOneFindsByHand() {
        LaggedMoments moments =
                moments(new double[][] {{1, 5}, {3, 9}, {3, NAN}, {1, 5}, {99, 99}}, 4, 0, 1);

        // Channel 0 is -1, 1, 1, -1 in its own units; channel 1 is -r, 2r, NaN, -r with r = 1/√2.
        double r = Math.sqrt(0.5);
        assertThat(moments.slots()).isEqualTo(4);
        assertThat(moments.toZ(0, 4)).isEqualTo(2, CLOSE);
        assertThat(moments.fromZ(0, 2)).isEqualTo(4, CLOSE);
        assertThat(moments.correlation(0, 0, 0)).isEqualTo(1, CLOSE);
        assertThat(moments.correlation(0, 0, 1)).isEqualTo(0.75 * -1 / 3, CLOSE);
        assertThat(moments.correlation(0, 1, 0)).isEqualTo((r + 2 * r + r) / 3, CLOSE);
        assertThat(moments.correlation(0, 1, 1)).isEqualTo(0.75 * (-r + 2 * r) / 2, CLOSE);
        assertThat(moments.correlation(1, 0, -1)).isEqualTo(moments.correlation(0, 1, 1));
        assertThat(moments.correlation(1, 0, 1)).isEqualTo(0.75 * (-2 * r - r) / 2, CLOSE);
    }

    @Test
    void aChannelWithoutAnyValueHasTheMeanOfTheTrainingPart() {
        LaggedMoments moments = moments(new double[][] {{NAN, 1}, {NAN, 2}}, 2, 0);

        assertThat(moments.fromZ(0, 0)).isEqualTo(7);
        assertThat(moments.correlation(0, 1, 0)).isZero();
    }

    @Test
    void anEvenSampleOfALongRecordingIsEnough() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[350_000][2];
        for (int t = 1; t < rows.length; t++) {
            rows[t][0] = 0.9 * rows[t - 1][0] + random.nextDouble() - 0.5;
            rows[t][1] = rows[t - 1][0];
        }

        LaggedMoments moments = moments(rows, rows.length, 0, 1, 24);

        assertThat(moments.slots()).isBetween(80_000L, 100_000L);
        assertThat(moments.correlation(0, 0, 1)).isEqualTo(0.9, Offset.offset(0.01));
        assertThat(moments.correlation(0, 0, 24)).isEqualTo(0.08, Offset.offset(0.03));
        assertThat(moments.correlation(1, 0, 1)).isEqualTo(1, Offset.offset(0.01));
    }

    private static LaggedMoments moments(double[][] rows, int until, int... lags) {
        SensorSeries series = SensorSeries.of("a", 0, 1000, rows);
        DataSet data = new DataSet(List.of("x", "y"), 1000, List.of(series));
        Normaliser normaliser = new Normaliser(new double[] {7, 7}, new double[] {1, 1});
        return new LaggedMoments(data, new HiddenCells(data), normaliser, until * 1000L, lags);
    }
}
