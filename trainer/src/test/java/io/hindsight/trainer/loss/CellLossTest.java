package io.hindsight.trainer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellLossTest {
    private static final double STEP = 1e-4;

    private final CellLoss.Cell cell = new CellLoss.Cell();

    @ParameterizedTest
    @EnumSource(CellLoss.class)
    void slopesAreThoseOfTheLoss(CellLoss loss) {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 1000; k++) {
            double target = 8 * random.nextDouble() - 4;
            double mean = 8 * random.nextDouble() - 4;
            double l = 4 * random.nextDouble() - 1;
            if (Math.abs(target - mean) < 4 * STEP) {
                continue;
            }
            double byMean =
                    (4 * byMean(loss, target, mean, l, STEP)
                                    - byMean(loss, target, mean, l, 2 * STEP))
                            / 3;
            double byLogScale =
                    (4 * byLogScale(loss, target, mean, l, STEP)
                                    - byLogScale(loss, target, mean, l, 2 * STEP))
                            / 3;
            loss.at(target, mean, l, cell);
            assertThat(cell.byMean())
                    .isCloseTo(byMean, within(1e-6 * Math.max(1, Math.abs(byMean))));
            assertThat(cell.byLogScale())
                    .isCloseTo(byLogScale, within(1e-6 * Math.max(1, Math.abs(byLogScale))));
        }
    }

    @ParameterizedTest
    @EnumSource(CellLoss.class)
    void valuesAreThoseOfTheWrittenOutDensities(CellLoss loss) {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 1000; k++) {
            double target = 8 * random.nextDouble() - 4;
            double mean = 8 * random.nextDouble() - 4;
            double l = 3 * random.nextDouble() - 1;
            loss.at(target, mean, l, cell);
            assertThat(cell.loss())
                    .isCloseTo(plain(loss, target - mean, Math.exp(l)), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CellLoss.class,
            names = {"GAUSSIAN", "LAPLACE", "STUDENT_T"})
    void densitiesHaveTheMassOne(CellLoss loss) {
        double mass = 0;
        double width = 1e-3;
        for (int k = -200_000; k <= 200_000; k++) {
            loss.at(k * width, 0.3, -0.5, cell);
            mass += width * Math.exp(-cell.loss());
        }
        assertThat(mass).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(
            value = CellLoss.class,
            names = {"GAUSSIAN", "LAPLACE", "STUDENT_T"})
    void aLogScaleBeyondItsLimitsCountsAsTheLimitAndHasNoGradient(CellLoss loss) {
        for (double limit : new double[] {-4, 4}) {
            loss.at(0.7, 0.2, limit, cell);
            double value = cell.loss();
            double byMean = cell.byMean();
            assertThat(cell.byLogScale()).isNotZero();

            loss.at(0.7, 0.2, limit + Math.signum(limit) * 0.01, cell);
            assertThat(cell.loss()).isEqualTo(value);
            assertThat(cell.byMean()).isEqualTo(byMean);
            assertThat(cell.byLogScale()).isZero();
        }
    }

    private static double plain(CellLoss loss, double u, double scale) {
        return switch (loss) {
            case MSE -> u * u;
            case MAE -> Math.abs(u);
            case GAUSSIAN ->
                    -Math.log(
                            Math.exp(-u * u / (2 * scale * scale))
                                    / (scale * Math.sqrt(2 * Math.PI)));
            case LAPLACE -> -Math.log(Math.exp(-Math.abs(u) / scale) / (2 * scale));
            case STUDENT_T ->
                    -Math.log(
                            0.75
                                    * Math.sqrt(Math.PI) // Γ(5/2)
                                    / (Math.sqrt(4 * Math.PI) * scale) // Γ(2) = 1
                                    * Math.pow(1 + u * u / (4 * scale * scale), -2.5));
        };
    }

    private double byMean(CellLoss loss, double target, double mean, double l, double step) {
        return (value(loss, target, mean + step, l) - value(loss, target, mean - step, l))
                / (2 * step);
    }

    private double byLogScale(CellLoss loss, double target, double mean, double l, double step) {
        return (value(loss, target, mean, l + step) - value(loss, target, mean, l - step))
                / (2 * step);
    }

    private double value(CellLoss loss, double target, double mean, double l) {
        loss.at(target, mean, l, cell);
        return cell.loss();
    }
}
