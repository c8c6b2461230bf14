package io.hindsight.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolesOverTimeTest {
    private static final double HOLE = Double.NaN;

    @Test
    void countsHolesOfAllSensorsInEachStretch() {
        HolesOverTime holes =
                HolesOverTime.of(
                        data(
                                SensorSeries.of("a", 0, 1000, new double[][] {{1}, {HOLE}, {1}}),
                                SensorSeries.of("b", 0, 1000, new double[][] {{1}, {1}, {HOLE}})));

        assertThat(holes.shares()).containsExactly(List.of(0.0, 0.5, 0.5));
        assertThat(holes.beginMillis(2)).isEqualTo(2000);
        assertThat(holes.untilMillis()).isEqualTo(3000);
    }

    @Test
    void aTimeWithoutAnySensorHasNoShare() {
        HolesOverTime holes =
                HolesOverTime.of(
                        data(
                                SensorSeries.of("a", 0, 1000, new double[][] {{1}}),
                                SensorSeries.of("b", 2000, 1000, new double[][] {{HOLE}})));

        assertThat(holes.shares().get(0)).containsExactly(0.0, HOLE, 1.0);
    }

    private static DataSet data(SensorSeries... series) {
        return new DataSet(List.of("x"), 1000, List.of(series));
    }
}
