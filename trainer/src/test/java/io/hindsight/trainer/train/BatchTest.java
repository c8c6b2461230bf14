package io.hindsight.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.recurrent.CellKind;
import io.hindsight.trainer.data.SensorSeries;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final float NONE = Float.POSITIVE_INFINITY;

    @Test
    void aLineIsDrawnBetweenTheValuesOnBothSidesOfAHole() {
        assertThat(Batch.between(1, 1, 5, 3)).isEqualTo(2);
        assertThat(Batch.between(1, 0, 1, 0)).isEqualTo(1);
    }

    @Test
    void aHoleWithOneSideHoldsItAndOneWithNoneIsZero() {
        assertThat(Batch.between(1, 7, 0, NONE)).isEqualTo(1);
        assertThat(Batch.between(0, NONE, 5, 2)).isEqualTo(5);
        assertThat(Batch.between(0, NONE, 0, NONE)).isZero();
    }

    @Test
    void aWindowStartsFromWhatWasSeenBeforeIt() {
        double[][] values = {{1}, {2}, {Double.NaN}, {Double.NaN}, {Double.NaN}, {Double.NaN}};
        SensorSeries series = SensorSeries.of("a", 0, 3_600_000, values);
        ZSeries part = new ZSeries(series, new Normaliser(new double[1], new double[] {1}), 4, 6);
        Batch batch = new Batch(Fixtures.spec(CellKind.LSTM, 3, 1), 2, 1, true);

        new WindowSource(List.of(part), 2).fill(batch, new SplittableRandom(1));

        assertThat(batch.heldBefore()).containsExactly(2, 2);
        assertThat(batch.held()).containsExactly(2, 2);
        assertThat(batch.base()).containsExactly(2, 2);
        float ageInput = (float) (0.5 * StrictMath.log1p(3));
        assertThat(batch.inputs()[3]).isEqualTo(ageInput);
        assertThat(batch.counts()).isEqualTo(new Counts(0, 0));
    }

    @Test
    void hiddenCellsDoNotReachTheInputs() {
        Batch batch = new Batch(Fixtures.spec(CellKind.LSTM, 3, 2), 12, 4, true);
        Fixtures.windows(2, 12).fill(batch, new SplittableRandom(3));

        int hidden = 0;
        for (int cell = 0; cell < batch.cells(); cell++) {
            if (batch.isHidden(cell)) {
                hidden++;
                int row = cell / 2 * 10;
                int mask = 2 + cell % 2;
                assertThat(batch.inputs()[row + mask]).isZero();
                assertThat(batch.backwardInputs()[row + mask]).isZero();
                assertThat(batch.held()[cell]).isNotEqualTo(batch.truth(cell));
            }
        }
        assertThat(hidden).isPositive();
    }
}
