package io.hindsight.model.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnProductTest {

    @Test
    void agreesWithPlainLoopsForAllSmallShapes() {
        for (int rows = 1; rows <= 35; rows++) {
            for (int columns = 1; columns <= 35; columns++) {
                check(rows, columns, 100L * rows + columns);
            }
        }
    }

    @Test
    void agreesWithPlainLoopsForLargeShapes() {
        check(512, 136, 1);
        check(333, 129, 2);
        check(1, 257, 3);
        check(257, 1, 4);
    }

    @Test
    void addsInTheOrderThatItDocuments() {
        Random random = new Random(6);
        int rows = 19;
        int columns = 10;
        float[] w = RecurrentCellTest.uniform(random, rows * columns, 1);
        float[] b = RecurrentCellTest.uniform(random, rows, 1);
        float[] x = Arrays.copyOf(RecurrentCellTest.uniform(random, columns, 1), 12);
        float[] y = new float[rows];
        new ColumnProduct(w, b, rows, columns).multiply(x, y);
        for (int n = 0; n < rows; n++) {
            float sum = b[n];
            for (int k = 0; k < 12; k += 4) {
                sum +=
                        (at(w, n, k, columns) * x[k] + at(w, n, k + 1, columns) * x[k + 1])
                                + (at(w, n, k + 2, columns) * x[k + 2]
                                        + at(w, n, k + 3, columns) * x[k + 3]);
            }
            assertThat(y[n]).as("row %d", n).isEqualTo(sum);
        }
    }

    @Test
    void ignoresWhatItsVectorHoldsBeyondItsColumns() {
        float[] y = new float[1];
        new ColumnProduct(new float[] {2}, new float[] {1}, 1, 1)
                .multiply(new float[] {3, 1e30f, -1e30f, 5}, y);
        assertThat(y[0]).isEqualTo(7f);
    }

    @Test
    void keepsItsOwnWeights() {
        float[] weights = {2};
        ColumnProduct product = new ColumnProduct(weights, new float[] {1}, 1, 1);
        weights[0] = 100;
        float[] y = new float[1];
        product.multiply(new float[] {3, 0, 0, 0}, y);
        assertThat(y[0]).isEqualTo(7f);
    }

    @Test
    void refusesSizesThatDoNotAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnProduct(new float[5], new float[2], 2, 3))
                .withMessageContaining("rows=2, columns=3, weights=5, bias=2");
    }

    private static void check(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[] w = RecurrentCellTest.uniform(random, rows * columns, 1);
        float[] b = RecurrentCellTest.uniform(random, rows, 1);
        float[] x = RecurrentCellTest.uniform(random, columns, 1);
        float[] y = new float[rows];
        ColumnProduct product = new ColumnProduct(w, b, rows, columns);
        product.multiply(Arrays.copyOf(x, ColumnProduct.paddedLength(columns)), y);
        for (int n = 0; n < rows; n++) {
            double sum = b[n];
            for (int k = 0; k < columns; k++) {
                sum += (double) w[n * columns + k] * x[k];
            }
            assertThat((double) y[n])
                    .as("rows=%d columns=%d seed=%d row=%d", rows, columns, seed, n)
                    .isCloseTo(sum, within(3e-7 * (columns + 4)));
        }
    }

    private static float at(float[] w, int row, int column, int columns) {
        return column < columns ? w[row * columns + column] : 0f;
    }
}
