package io.hindsight.trainer.nets;

/**
 * A named matrix that is learned, with the gradient of the last backward pass. Several parameters
 * may share one value, each with a gradient of its own: that is how shards of a batch run at once.
 */
public final class Parameter implements AutoCloseable {
    private final String name;
    private final Matrix value;
    private final Matrix gradient;
    private final boolean sharing;

    private Parameter(String name, Matrix value, boolean sharing) {
        this.name = name;
        this.value = value;
        this.gradient = new Matrix(value.rows(), value.columns());
        this.sharing = sharing;
    }

    public static Parameter zeros(String name, int rows, int columns) {
        return new Parameter(name, new Matrix(rows, columns), false);
    }

    /** The same value, with another gradient. */
    public Parameter share() {
        return new Parameter(name, value, true);
    }

    public String name() {
        return name;
    }

    public Matrix value() {
        return value;
    }

    public Matrix gradient() {
        return gradient;
    }

    /** The value in row-major order, as PyTorch lays it out. */
    public float[] rowMajor() {
        float[] byColumn = value.toArray();
        float[] byRow = new float[byColumn.length];
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                byRow[row * value.columns() + column] = byColumn[column * value.rows() + row];
            }
        }
        return byRow;
    }

    /** Sets the value from row-major order. */
    public void setRowMajor(float[] byRow) {
        float[] byColumn = new float[value.size()];
        for (int row = 0; row < value.rows(); row++) {
            for (int column = 0; column < value.columns(); column++) {
                byColumn[column * value.rows() + row] = byRow[row * value.columns() + column];
            }
        }
        value.write(byColumn);
    }

    /** Closes the gradient of a sharing parameter; the value's owner closes all of its own. */
    void closeShare() {
        if (sharing) {
            gradient.close();
        }
    }

    @Override
    public void close() {
        gradient.close();
        if (!sharing) {
            value.close();
        }
    }
}
