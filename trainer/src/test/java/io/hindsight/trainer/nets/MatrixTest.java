package io.hindsight.trainer.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void multipliesViewsAndTransposesAndAdds() {
        try (Matrix a = new Matrix(2, 3);
                Matrix b = new Matrix(2, 4);
                Matrix c = new Matrix(3, 4)) {
            a.write(new float[] {1, 2, 3, 4, 5, 6});
            b.write(new float[] {1, 0, 0, 1, 1, 1, 2, 0});
            c.fill(1);
            Matrix.multiply(a, true, b.columns(1, 3), false, 2, c.columns(2, 4));

            assertThat(c.toArray())
                    .containsExactly(1, 1, 1, 1, 1, 1, 2 + 2, 4 + 2, 6 + 2, 3 + 2, 7 + 2, 11 + 2);
        }
    }

    @Test
    void clearsOnlyItsOwnColumns() {
        try (Matrix matrix = new Matrix(2, 3)) {
            matrix.fill(7);
            matrix.columns(1, 2).fill(0);

            assertThat(matrix.toArray()).containsExactly(7, 7, 0, 0, 7, 7);
        }
    }

    @Test
    void refusesSizesThatDoNotMatch() {
        try (Matrix a = new Matrix(2, 3);
                Matrix b = new Matrix(2, 4);
                Matrix c = new Matrix(3, 4)) {
            assertThatThrownBy(() -> Matrix.multiply(a, false, b, false, 0, c))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("sizes must match: a=2x3, b=2x4, c=3x4");
        }
    }
}
