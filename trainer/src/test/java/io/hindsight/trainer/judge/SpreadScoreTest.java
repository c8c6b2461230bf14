package io.hindsight.trainer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindsight.model.score.StudentT;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SpreadScoreTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void findsTheRankedProbabilityScoreOfAUniformForecast() {
        // From 0 to 1, y inside: 1/3 − y·(1 − y). Above 1: y − 2/3.
        for (double y : new double[] {0, 0.1, 0.5, 0.9}) {
            assertThat(score(p -> p, y, 1).crps())
                    .isCloseTo(1.0 / 3 - y * (1 - y), Percentage.withPercentage(0.3));
        }
        assertThat(score(p -> p, 4, 1).crps())
                .isCloseTo(4 - 2.0 / 3, Percentage.withPercentage(0.3));
    }

    @Test
    void theScoreOfAForecastWithoutDoubtIsItsAbsoluteErrorInZUnits() {
        assertThat(score(p -> 7, 4, 2).crps()).isCloseTo(1.5, Percentage.withPercentage(0.1));
        assertThat(score(p -> 7, 7, 2).crps()).isZero();
    }

    @Test
    void theScoreOfAHeavyTailIsFiniteAndThatOfManyQuantiles() {
        for (double y : new double[] {0, 0.3, 1, 3, 10}) {
            double fine = 0;
            int levels = 400_000;
            for (int k = 0; k < levels; k++) {
                double p = (k + 0.5) / levels;
                double above = quantile(p) - y;
                fine += 2 * ((above > 0 ? 1 : 0) - p) * above / levels;
            }
            assertThat(score(SpreadScoreTest::quantile, y, 1).crps())
                    .as("y = %s", y)
                    .isCloseTo(fine, Percentage.withPercentage(0.3));
        }
    }

    @Test
    void aTruthIsInsideTheIntervalsThatHoldIt() {
        // The intervals of a uniform forecast: .25 to .75, .1 to .9, .05 to .95, .005 to .995.
        assertThat(inside(0.5)).containsExactly(true, true, true, true);
        assertThat(inside(0.2)).containsExactly(false, true, true, true);
        assertThat(inside(0.07)).containsExactly(false, false, true, true);
        assertThat(inside(0.97)).containsExactly(false, false, false, true);
        assertThat(inside(1.2)).containsExactly(false, false, false, false);
        assertThat(score(p -> p, 0.5, 2).width90()).isEqualTo(0.45, CLOSE);
    }

    @Test
    void sharesAreOfAllCells() {
        SpreadSums sums = new SpreadSums();
        assertThat(sums.figures()).isNull();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            sums.add(score(p -> p, random.nextDouble(), 1));
        }

        SpreadFigures figures = sums.figures();

        assertThat(figures.coverage50()).isEqualTo(0.5, Offset.offset(0.015));
        assertThat(figures.coverage80()).isEqualTo(0.8, Offset.offset(0.012));
        assertThat(figures.coverage90()).isEqualTo(0.9, Offset.offset(0.010));
        assertThat(figures.coverage99()).isEqualTo(0.99, Offset.offset(0.003));
        assertThat(figures.width90()).isEqualTo(0.9, CLOSE);
        assertThat(figures.crps()).isEqualTo(1.0 / 6, Offset.offset(0.002));
    }

    @Test
    void numbersAloneHaveNoQuantiles() {
        Estimates numbers = Estimates.of(new double[][] {{1}});

        assertThat(numbers.hasSpread()).isFalse();
        assertThatThrownBy(() -> numbers.quantile(0, 0, 0.5))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static boolean[] inside(double truth) {
        SpreadScore score = score(p -> p, truth, 1);
        boolean[] inside = new boolean[SpreadScore.INTERVALS.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = score.isInside(i);
        }
        return inside;
    }

    private static SpreadScore score(DoubleUnaryOperator quantile, double truth, double scale) {
        SpreadScore score = new SpreadScore();
        score.score(new Forecast(quantile), 0, 0, truth, scale);
        return score;
    }

    private record Forecast(DoubleUnaryOperator ofLevel) implements Estimates {
        @Override
        public double value(int slot, int channel) {
            return ofLevel.applyAsDouble(0.5);
        }

        @Override
        public boolean hasSpread() {
            return true;
        }

        @Override
        public double quantile(int slot, int channel, double p) {
            return ofLevel.applyAsDouble(p);
        }
    }

    private static double quantile(double p) {
        return Math.copySign(StudentT.centralQuantile(Math.abs(2 * p - 1)), p - 0.5);
    }
}
