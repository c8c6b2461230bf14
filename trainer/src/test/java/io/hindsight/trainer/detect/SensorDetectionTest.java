package io.hindsight.trainer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SensorDetectionTest {
    @Test
    void alarmsWhereAValueIsUnlikeAllBefore() {
        SensorDetection judged = Judged.of(Judged.waves(2_000, 1));

        assertThat(judged.alarm(Judged.SPIKE)).isTrue();
        assertThat(judged.score(Judged.SPIKE)).isGreaterThan(2);
        assertThat(judged.expected(Judged.SPIKE, 0)).isBetween(10.0, 30.0);
        assertThat(judged.share(Judged.SPIKE, 0)).isEqualTo(1);
        assertThat(judged.intervalMillis()).isEqualTo(Judged.HOUR);
    }

    @Test
    void countsDownUntilTheSensorHasAPast() {
        SensorDetection judged = Judged.of(Judged.waves(400, 1));

        assertThat(judged.state(0)).isEqualTo(RowState.WARMING);
        assertThat(judged.warming(0)).isGreaterThan(judged.warming(1)).isPositive();
        assertThat(judged.state(399)).isEqualTo(RowState.SCORED);
        assertThat(judged.warming(399)).isZero();
        assertThat(judged.count(RowState.WARMING) + judged.count(RowState.SCORED)).isEqualTo(400);
    }

    @Test
    void aRowWithoutAValueIsAHoleAndASecondOneOfATimeADuplicate() {
        SensorRows rows = Judged.waves(300, 1);
        rows.add(Judged.BEGIN + 300 * Judged.HOUR, new double[] {Double.NaN});
        rows.add(Judged.BEGIN + 300 * Judged.HOUR, new double[] {7});

        SensorDetection judged = Judged.of(rows);

        assertThat(judged.state(300)).isEqualTo(RowState.HOLE);
        assertThat(judged.score(300)).isNaN();
        assertThat(judged.state(301)).isEqualTo(RowState.DUPLICATE);
        assertThat(judged.value(301, 0)).isEqualTo(7);
        assertThat(judged.score(301)).isNaN();
    }

    @Test
    void rowsInDisorderAreJudgedInTheOrderOfTheirTimes() {
        SensorRows ordered = Judged.waves(600, 2);
        SensorRows reversed = new SensorRows("pump", 2);
        for (int row = 599; row >= 0; row--) {
            double[] values = new double[2];
            ordered.copyValues(row, values, 0);
            reversed.add(ordered.timeMillis(row), values);
        }

        SensorDetection one = Judged.of(ordered);
        SensorDetection other = Judged.of(reversed);

        assertThat(other.outOfOrder()).isEqualTo(599);
        for (int row = 0; row < 600; row++) {
            assertThat(other.score(row)).isEqualTo(one.score(row));
            assertThat(other.placeOf(599 - row)).isEqualTo(row);
        }
    }

    @Test
    void refusesNamesThatAreNotAsManyAsChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                SensorDetection.of(
                                        Judged.waves(3, 2), List.of("a"), 1, (row, said) -> {}))
                .withMessage("channels must be as many as values of a row, 2: [a]");
    }
}
