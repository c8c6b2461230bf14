package io.hindsight.trainer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskedLossTest {
    private final float[] answers = {0.5f, -1, 0.1f, 9};

    @Test
    void sumsWeightedCellsAndTheirSlopesWhereTheAnswersAre() {
        MaskedLoss loss = new MaskedLoss(CellLoss.GAUSSIAN, 4);
        CellLoss.Cell first = new CellLoss.Cell();
        CellLoss.Cell second = new CellLoss.Cell();
        CellLoss.GAUSSIAN.at(1.5, answers[0], answers[2], first);
        CellLoss.GAUSSIAN.at(2.5, answers[0], answers[2], second);

        loss.begin(answers);
        loss.add(0, 2, 1.5, 0.25);
        loss.add(0, 2, 2.5, 2);

        assertThat(loss.sum()).isEqualTo(0.25 * first.loss() + 2 * second.loss());
        assertThat(loss.gradient()[0])
                .isCloseTo((float) (0.25 * first.byMean() + 2 * second.byMean()), within(1e-6f));
        assertThat(loss.gradient()[2])
                .isCloseTo(
                        (float) (0.25 * first.byLogScale() + 2 * second.byLogScale()),
                        within(1e-6f));
    }

    @Test
    void cellsThatAreNotNamedOrWeighNothingHaveNeitherLossNorGradient() {
        MaskedLoss loss = new MaskedLoss(CellLoss.STUDENT_T, 4);
        loss.begin(answers);
        loss.add(1, 3, Double.NaN, 0);

        assertThat(loss.sum()).isZero();
        assertThat(loss.gradient()).containsOnly(0f);
    }

    @Test
    void aLossWithoutAScaleLeavesTheLogScaleAlone() {
        MaskedLoss loss = new MaskedLoss(CellLoss.MSE, 4);
        loss.begin(answers);
        loss.add(0, -1, 2.5, 1);

        assertThat(loss.sum()).isEqualTo(4);
        assertThat(loss.gradient()).containsExactly(-4, 0, 0, 0);
    }

    @Test
    void beginsAnew() {
        MaskedLoss loss = new MaskedLoss(CellLoss.MAE, 4);
        loss.begin(answers);
        loss.add(0, 2, 3, 1);
        loss.begin(answers);

        assertThat(loss.sum()).isZero();
        assertThat(loss.gradient()).containsOnly(0f);
    }
}
