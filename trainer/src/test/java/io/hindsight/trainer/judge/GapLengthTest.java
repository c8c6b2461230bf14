package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.trainer.data.DataSet;
import io.hindsight.trainer.data.SensorSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapLengthTest {
    @Test
    void namesTheLengthsByTheirSlots() {
        assertThat(List.of(1, 2, 3, 4, 8, 9, 16, 17, 36, 37, 5000))
                .extracting(slots -> GapLength.of(slots).key())
                .containsExactly(
                        "1", "2-3", "2-3", "4-8", "4-8", "9-16", "9-16", "17-36", "17-36", "more",
                        "more");
    }

    @Test
    void aRunIsOfOneChannelAndHoldsWhatIsHiddenAndWhatWasMissing() {
        double nan = Double.NaN;
        SensorSeries series =
                SensorSeries.of(
                        "a",
                        0,
                        1000,
                        new double[][] {{nan, 1}, {1, 1}, {1, nan}, {1, 1}, {nan, 1}, {1, nan}});
        HiddenCells hidden = new HiddenCells(new DataSet(List.of("x", "y"), 1000, List.of(series)));
        hidden.hide(0, 2, 0);
        hidden.hide(0, 3, 0);
        hidden.hide(0, 5, 0);

        GapLength[][] lengths = GapLength.ofCells(new VisibleSeries(series, hidden, 0));

        GapLength one = GapLength.ONE;
        GapLength four = GapLength.TO_8;
        assertThat(lengths)
                .isDeepEqualTo(
                        new GapLength[][] {
                            {one, null},
                            {null, null},
                            {four, one},
                            {four, null},
                            {four, null},
                            {four, one}
                        });
    }
}
