package io.hindsight.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SufficientTest {
    private static final double NONE = Double.NaN;
    private static final Split SPLIT = new Split(4, 6);

    @Test
    void saysHowManySlotsThereAreAndHowManyAreNeeded() {
        DataSet data = data(new double[] {1, NONE, 3, 4, 5, NONE, 7});

        assertThat(new Sufficient(3, 1).check(data, SPLIT)).isEmpty();
        assertThatThrownBy(() -> new Sufficient(4, 1).check(data, SPLIT))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the training part, 1970-01-01T00:00:00Z to 1970-01-01T00:00:00.004Z, must"
                                + " have 4 slots with a value: 3; record longer, or move where it"
                                + " ends");
        assertThatThrownBy(() -> new Sufficient(3, 2).check(data, SPLIT))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the validation part, 1970-01-01T00:00:00.004Z to")
                .hasMessageContaining("must have 2 slots with a value: 1;");
    }

    @Test
    void countsOverAllSensors() {
        DataSet data = data(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 5});

        assertThat(new Sufficient(8, 2).check(data, SPLIT)).isEmpty();
    }

    @Test
    void namesSensorsThatNothingIsLearntFrom() {
        double[] silent = {NONE, NONE, NONE, NONE, 5};
        double[] heard = {1, 2, 3, 4, 5};

        assertThat(new Sufficient(1, 1).check(data(heard, silent), SPLIT))
                .containsExactly(
                        "nothing is learnt from sensors that have no value in the training part:"
                                + " s1");
        assertThat(
                        new Sufficient(1, 1)
                                .check(
                                        data(heard, silent, silent, silent, silent, silent, silent),
                                        SPLIT))
                .singleElement()
                .asString()
                .endsWith(": s1, s2, s3, s4, s5 and 1 more");
    }

    private static DataSet data(double[]... sensors) {
        List<SensorSeries> series = new ArrayList<>();
        for (double[] values : sensors) {
            double[][] rows = new double[values.length][];
            for (int t = 0; t < values.length; t++) {
                rows[t] = new double[] {values[t]};
            }
            series.add(SensorSeries.of("s" + series.size(), 0, 1, rows));
        }
        return new DataSet(List.of("x"), 1, series);
    }
}
