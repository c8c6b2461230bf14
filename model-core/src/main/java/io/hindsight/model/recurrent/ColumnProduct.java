package io.hindsight.model.recurrent;

/**
 * y = b + W x for one vector x: the product that a step spends its time in.
 *
 * <p>W [rows, columns] is kept as one array for each column, and four columns are added in a pass:
 * the form of this product that C2 makes the fastest code of (about half the machine's peak; one
 * flat array is eight times slower). The columns are padded with zeros to a multiple of four.
 *
 * <p>Accumulation order, fixed: y = b + ((w₀x₀ + w₁x₁) + (w₂x₂ + w₃x₃)), then the next four columns
 * in the same way, in float32 without fused operations. NaN and infinity go through as IEEE says.
 */
public final class ColumnProduct {
    private final int rows;
    private final int columns;
    private final float[][] column;
    private final float[] bias;

    /**
     * @param weights [rows, columns], row-major; copied
     * @param bias [rows]; copied
     */
    public ColumnProduct(float[] weights, float[] bias, int rows, int columns) {
        if (rows <= 0 || columns <= 0 || weights.length != rows * columns || bias.length != rows) {
            throw new IllegalArgumentException(
                    "weights must be [rows, columns] and bias [rows]: rows="
                            + rows
                            + ", columns="
                            + columns
                            + ", weights="
                            + weights.length
                            + ", bias="
                            + bias.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.bias = bias.clone();
        this.column = new float[paddedLength(columns)][rows];
        for (int k = 0; k < columns; k++) {
            for (int n = 0; n < rows; n++) {
                column[k][n] = weights[n * columns + k];
            }
        }
    }

    /** Length that a vector must have to be multiplied: {@code columns} rounded up to four. */
    public static int paddedLength(int columns) {
        return (columns + 3) & ~3;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /**
     * y = b + W x.
     *
     * @param x at least {@link #paddedLength} long; what lies beyond {@code columns} must be finite
     * @param y at least {@code rows} long; must not be x
     */
    public void multiply(float[] x, float[] y) {
        start(bias, column[0], column[1], column[2], column[3], x[0], x[1], x[2], x[3], y, rows);
        for (int k = 4; k < column.length; k += 4) {
            add(
                    column[k],
                    column[k + 1],
                    column[k + 2],
                    column[k + 3],
                    x[k],
                    x[k + 1],
                    x[k + 2],
                    x[k + 3],
                    y,
                    rows);
        }
    }

    private static void start(
            float[] b,
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float x0,
            float x1,
            float x2,
            float x3,
            float[] y,
            int rows) {
        for (int n = 0; n < rows; n++) {
            y[n] = b[n] + ((w0[n] * x0 + w1[n] * x1) + (w2[n] * x2 + w3[n] * x3));
        }
    }

    private static void add(
            float[] w0,
            float[] w1,
            float[] w2,
            float[] w3,
            float x0,
            float x1,
            float x2,
            float x3,
            float[] y,
            int rows) {
        for (int n = 0; n < rows; n++) {
            y[n] += (w0[n] * x0 + w1[n] * x1) + (w2[n] * x2 + w3[n] * x3);
        }
    }
}
