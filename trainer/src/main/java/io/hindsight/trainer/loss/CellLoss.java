package io.hindsight.trainer.loss;

import io.hindsight.model.student.Student;
import java.util.Locale;

/**
 * What one cell costs, by its residual {@code u = target - μ} and, for a likelihood, the log scale
 * {@code l}. The target of a reading is {@code (truth - base) / unit}; a likelihood is the negative
 * log density of that target with all its constants, so the truth's own adds {@code ln unit}.
 *
 * <pre>
 *   MSE        u²
 *   MAE        |u|
 *   GAUSSIAN   l + u² e^(-2l) / 2 + ln(2π) / 2
 *   LAPLACE    l + |u| e^(-l) + ln 2
 *   STUDENT_T  l + 5/2 ln(1 + u² e^(-2l) / 4) + ln(8/3),  four degrees of freedom
 * </pre>
 *
 * <p>l is limited as the student limits it, to [{@value Student#LEAST_LOG_SCALE}, {@value
 * Student#MOST_LOG_SCALE}]; beyond the limits it has no gradient. |u| has the slope 0 at 0. NaN
 * gives NaN.
 */
public enum CellLoss {
    MSE(false) {
        @Override
        void residual(double u, double l, Cell cell) {
            cell.set(u * u, -2 * u, 0);
        }
    },
    MAE(false) {
        @Override
        void residual(double u, double l, Cell cell) {
            cell.set(Math.abs(u), -Math.signum(u), 0);
        }
    },
    GAUSSIAN(true) {
        @Override
        void residual(double u, double l, Cell cell) {
            double precision = Math.exp(-2 * l);
            double q = u * u * precision;
            cell.set(l + q / 2 + HALF_LN_2_PI, -u * precision, 1 - q);
        }
    },
    LAPLACE(true) {
        @Override
        void residual(double u, double l, Cell cell) {
            double inverse = Math.exp(-l);
            double q = Math.abs(u) * inverse;
            cell.set(l + q + LN_2, -Math.signum(u) * inverse, 1 - q);
        }
    },
    STUDENT_T(true) {
        @Override
        void residual(double u, double l, Cell cell) {
            double precision = Math.exp(-2 * l);
            double q = u * u * precision / 4;
            cell.set(
                    l + 2.5 * Math.log1p(q) + LN_8_3,
                    -1.25 * u * precision / (1 + q),
                    1 - 5 * q / (1 + q));
        }
    };

    private static final double HALF_LN_2_PI = Math.log(2 * Math.PI) / 2;
    private static final double LN_2 = Math.log(2);
    private static final double LN_8_3 = Math.log(8 / 3.0);

    private final boolean scaled;

    CellLoss(boolean scaled) {
        this.scaled = scaled;
    }

    /** One cell's loss and its slopes, to be used again for the next cell. */
    public static final class Cell {
        private double loss;
        private double byMean;
        private double byLogScale;

        private void set(double loss, double byMean, double byLogScale) {
            this.loss = loss;
            this.byMean = byMean;
            this.byLogScale = byLogScale;
        }

        public double loss() {
            return loss;
        }

        /** d loss / dμ. */
        public double byMean() {
            return byMean;
        }

        /** d loss / dl, 0 if l lies beyond its limits or the loss has no scale. */
        public double byLogScale() {
            return byLogScale;
        }
    }

    /**
     * The loss of a name as in options: {@code student_t}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CellLoss of(String name) {
        for (CellLoss loss : values()) {
            if (loss.name().toLowerCase(Locale.ROOT).equals(name)) {
                return loss;
            }
        }
        throw new IllegalArgumentException(
                "loss must be mse, mae, gaussian, laplace or student_t: '" + name + "'");
    }

    /** Whether the loss reads a log scale. */
    public boolean isScaled() {
        return scaled;
    }

    /** Puts the loss of {@code mean} and {@code logScale} under a target into {@code cell}. */
    public final void at(double target, double mean, double logScale, Cell cell) {
        double l = limited(logScale);
        residual(target - mean, l, cell);
        if (l != logScale) {
            cell.byLogScale = 0;
        }
    }

    public static double limited(double logScale) {
        return Math.min(Math.max(logScale, Student.LEAST_LOG_SCALE), Student.MOST_LOG_SCALE);
    }

    abstract void residual(double u, double l, Cell cell);
}
