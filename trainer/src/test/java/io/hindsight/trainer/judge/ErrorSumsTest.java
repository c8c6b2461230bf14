package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ErrorSumsTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @Test
    void givesTheFiguresThatOneFindsByHand() {
        ErrorSums sums = new ErrorSums(1);
        sums.add(1, 2);
        sums.add(4, 4);
        sums.add(1, 0);
        sums.add(-4, -2);

        Figures figures = sums.figures();

        // Errors 1, 0, 1, 2; truths 2, 4, 0, -2 with mean 1, squares about it 1 + 9 + 1 + 9.
        assertThat(figures.count()).isEqualTo(4);
        assertThat(figures.mae()).isEqualTo(1, CLOSE);
        assertThat(figures.mse()).isEqualTo(1.5, CLOSE);
        assertThat(figures.rmse()).isEqualTo(Math.sqrt(1.5), CLOSE);
        assertThat(figures.r2()).isEqualTo(1 - 6.0 / 20, CLOSE);
        assertThat(figures.mre()).isEqualTo(4.0 / 8, CLOSE);
        assertThat(figures.mape()).isEqualTo((0.5 + 0 + 1) / 3, CLOSE);
        assertThat(figures.mapeLeftOut()).isEqualTo(1);
    }

    @Test
    void aTruthWithinAThousandthOfTheScaleOfZeroHasNoShareInMape() {
        ErrorSums sums = new ErrorSums(50);
        sums.add(1, 0.049);
        sums.add(1, -0.049);
        sums.add(0.1, 0.05);

        assertThat(sums.figures().mapeLeftOut()).isEqualTo(2);
        assertThat(sums.figures().mape()).isEqualTo(1, CLOSE);
    }

    @Test
    void explainsNothingOfATruthThatNeverChanges() {
        ErrorSums sums = new ErrorSums(1);
        sums.add(1, 3);
        sums.add(5, 3);

        assertThat(sums.figures().r2()).isZero();
    }

    @Test
    void keepsTheShareThatIsExplainedWhereTheTruthLiesFarFromZero() {
        ErrorSums sums = new ErrorSums(1);
        for (int i = 0; i < 1000; i++) {
            double truth = 1e9 + (i % 2 == 0 ? 1 : -1);
            sums.add(truth + 0.5, truth);
        }

        assertThat(sums.figures().r2()).isEqualTo(0.75, Offset.offset(1e-6));
    }
}
